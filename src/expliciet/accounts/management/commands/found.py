"""``found``: a new house with its terms, core partners and first administrator."""

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from datetime import date, datetime
from getpass import getpass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ....audit.here import being_here
from ....audit.prepared import PreparedCommand
from ....environment import spoken
from ....vault.keyring import keyring
from ...actions.founding import found
from ...first_password import first_password
from ...house_rules import KNOWN, Known
from ...models import House, HouseRule, Organisation, User

CORE = (Organisation.MUNICIPALITY, Organisation.POLICE, Organisation.PROSECUTION)
DAYS = ("%Y-%m-%d", "%d-%m-%Y")


class Command(PreparedCommand):
    help = "Founds a Care and Safety House and its first administrator."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="how the house is called")
        parser.add_argument("--region", default="")
        parser.add_argument("--office", help="its office; the same name when left out")
        for function in CORE:
            parser.add_argument(f"--{function}", metavar="NAME")
        parser.add_argument("--email", help="of the first administrator")
        parser.add_argument("--person", help="name of the first administrator")
        parser.add_argument(
            "--rule",
            nargs=4,
            action="append",
            default=[],
            metavar=("NAME", "VALUE", "SOURCE", "DATE"),
            help="a term that only the house may set; parts of a list with ; between",
        )
        ways = parser.add_mutually_exclusive_group()
        ways.add_argument("--password-stdin", action="store_true")
        ways.add_argument("--generate-password", action="store_true")

    def handle(self, *args: Any, **given: Any) -> None:
        now = timezone.now()
        with override(spoken()), being_here(), keyring():
            try:
                self.carry_out(given, now)
            except ValidationError as refusal:
                raise CommandError(" ".join(sentences(refusal))) from None
            except (EOFError, KeyboardInterrupt):
                raise CommandError(_("Stopped. Nothing was founded.")) from None

    def carry_out(self, given: dict[str, Any], now: datetime) -> None:
        """Ask what was not given, found it, and say what is next."""
        office = Organisation(
            name=given["office"] or given["name"], function=Organisation.OFFICE
        )
        partners = [
            Organisation(name=given[function], function=function)
            for function in CORE
            if given[function]
        ]
        rules = [self.rule(words, now) for words in given["rule"]]
        known = {rule.name for rule in rules}
        if sys.stdin.isatty():
            rules += [
                self.asked_rule(each, now)
                for each in KNOWN.values()
                if each.is_legal and each.name not in known
            ]
        administrator = User(
            email=given["email"] or self.asked(_("E-mail address of administrator")),
            name=given["person"] or self.asked(_("Name of administrator")),
        )
        password = self.password(given)
        house = House(name=given["name"], region=given["region"])
        found(
            house,
            rules=rules,
            office=office,
            partners=partners,
            administrator=administrator,
            password=password,
            now=now,
        )
        for sentence in told(house, administrator):
            self.stdout.write(sentence)
        if given["generate_password"]:
            self.stdout.write(
                _("First password, shown this once: %(password)s")
                % {"password": password}
            )

    def rule(self, words: list[str], now: datetime) -> HouseRule:
        """A rule as it was typed: name, value, source and date."""
        name, value, source, day = words
        if name not in KNOWN:
            raise ValidationError(
                _("There is no house rule called %(name)s. There are: %(names)s."),
                params={"name": name, "names": ", ".join(KNOWN)},
            )
        return HouseRule(
            name=name,
            value=value.replace(";", "\n"),
            source=source,
            source_date=read_day(day),
            valid_from=timezone.localdate(now),
        )

    def asked_rule(self, known: Known, now: datetime) -> HouseRule:
        """Ask for a rule until it can be one."""
        self.stdout.write(f"\n{known.label}. {known.meaning}")
        value = self.asked_until(f"{known.unit}", lambda said: known.look(split(said)))
        source = self.asked(_("Where this stands (article, covenant, decision)"))
        day = self.asked_until(_("Date of that source"), read_day)
        return HouseRule(
            name=known.name,
            value=value,
            source=source,
            source_date=day,
            valid_from=timezone.localdate(now),
        )

    def asked(self, question: str) -> str:
        """What somebody at the terminal types; refused where nobody sits."""
        if not sys.stdin.isatty():
            raise ValidationError(
                _("Nobody can be asked here. Say it with the command: %(question)s."),
                params={"question": question},
            )
        while not (said := input(f"{question}: ").strip()):
            pass
        return said

    def asked_until(self, question: str, look: Callable[[str], Any]) -> Any:
        while True:
            try:
                return look(self.asked(question))
            except ValidationError as wrong:
                self.stderr.write(" ".join(wrong.messages))

    def password(self, given: dict[str, Any]) -> str:
        """Made up, read from a pipe, or typed twice."""
        if given["generate_password"]:
            return first_password()
        if given["password_stdin"]:
            return sys.stdin.readline().rstrip("\n")
        if not sys.stdin.isatty():
            raise ValidationError(
                _("Choose --password-stdin or --generate-password: nobody sits here.")
            )
        first = getpass(_("Password") + ": ")
        if first != getpass(_("The same once more") + ": "):
            raise ValidationError(_("These are two different passwords."))
        return first


def told(house: House, administrator: User) -> Iterator[str]:
    """What there is now, and what comes next."""
    yield _("Founded: %(house)s.") % {"house": house.name}
    yield _(
        "%(person)s signs in with %(email)s, sets up a second factor at once, and then "
        "appoints the others under Administration."
    ) % {"person": administrator.name, "email": administrator.email}
    yield _("Make a second copy of the keys now: ./expliciet manage keys copy FOLDER")


def read_day(said: str) -> date:
    """A day, the way a machine or a person in this country writes it."""
    for shape in DAYS:
        try:
            return datetime.strptime(said.strip(), shape).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise ValidationError(
        _("%(said)s is no date. Write it like 2026-03-31 or 31-03-2026."),
        params={"said": said},
    )


def split(said: str) -> str:
    """Parts of a list, typed on one line."""
    return said.replace(";", "\n")


def sentences(refusal: ValidationError) -> Iterator[str]:
    """What is wrong, each with what it is about."""
    if hasattr(refusal, "error_dict"):
        for name, messages in refusal.message_dict.items():
            label = "" if name == "__all__" else f"{name}: "
            yield from (f"{label}{message}" for message in messages)
    else:
        yield from refusal.messages
