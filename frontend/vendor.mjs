// Copies the files named here, notes where each came from and what it may be used for.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const TARGET = "../src/expliciet/web/static/vendor";

const FILES = {
  "@nl-design-system-unstable/voorbeeld-design-tokens": "dist/theme.css",
  "@nl-design-system-candidate/button-css": "dist/button.css",
  "@nl-design-system-candidate/data-badge-css": "dist/data-badge.css",
  "@nl-design-system-candidate/heading-css": "dist/heading.css",
  "@nl-design-system-candidate/link-css": "dist/link.css",
  "@nl-design-system-candidate/mark-css": "dist/mark.css",
  "@nl-design-system-candidate/number-badge-css": "dist/number-badge.css",
  "@nl-design-system-candidate/paragraph-css": "dist/paragraph.css",
  "@nl-design-system-candidate/skip-link-css": "dist/skip-link.css",
  "@utrecht/alert-css": "dist/index.min.css",
  "@utrecht/form-field-css": "dist/index.min.css",
  "@utrecht/form-field-description-css": "dist/index.min.css",
  "@utrecht/form-field-error-message-css": "dist/index.min.css",
  "@utrecht/form-label-css": "dist/index.min.css",
  "@utrecht/textarea-css": "dist/index.min.css",
  "@utrecht/textbox-css": "dist/index.min.css",
  "htmx.org": "dist/htmx.min.js",
};

const LICENCES = { "BSD-0-Clause": "0BSD" };

const HOLDERS = {
  "@nl-design-system-unstable": "2021 NL Design System Community",
  "@nl-design-system-candidate": "NL Design System Community",
  "@utrecht": "2020 Frameless B.V.\nSPDX-FileCopyrightText: 2021 Gemeente Utrecht",
  "htmx.org": "Big Sky Software",
};

rmSync(TARGET, { recursive: true, force: true });
const manifest = [];

for (const [name, file] of Object.entries(FILES)) {
  const source = join("node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(source, "package.json")));
  const licence = LICENCES[license] ?? license;
  if (!["EUPL-1.2", "0BSD"].includes(licence)) {
    throw new Error(`${name} may not be shipped: its licence is ${license}`);
  }
  // A source map that is not there keeps the static files from being collected.
  const content = readFileSync(join(source, file), "utf8")
    .replace(/\n?\/\*# sourceMappingURL=.*?\*\/\s*$/, "")
    .trimEnd() + "\n";
  const folder = join(TARGET, name.replace("@", ""));
  const path = join(folder, basename(file).replace("index.min.css", basename(name).replace("-css", ".css")));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, content);
  writeFileSync(
    `${path}.license`,
    `SPDX-FileCopyrightText: ${HOLDERS[name.split("/")[0]]}\n\nSPDX-License-Identifier: ${licence}\n`,
  );
  manifest.push({
    file: path.slice(TARGET.length + 1),
    name,
    version,
    licence,
    sha256: createHash("sha256").update(content).digest("hex"),
  });
}

writeFileSync(join(TARGET, "MANIFEST.json"), JSON.stringify(manifest, null, 2) + "\n");
// Files that stand in a folder called vendor need a licence beside them, ours too.
writeFileSync(
  join(TARGET, "MANIFEST.json.license"),
  "SPDX-FileCopyrightText: 2026 Expliciet contributors\n\nSPDX-License-Identifier: EUPL-1.2\n",
);
