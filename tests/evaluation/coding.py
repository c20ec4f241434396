"""Two coders and what they gave, in the fewest words; all of it invented."""

from datetime import timedelta
from typing import Any

from expliciet.evaluation.actions.codebook import make_code
from expliciet.evaluation.actions.coding import code_passage, finish_coding
from expliciet.evaluation.models import Code, Coding, StudyMember, StudyText
from expliciet.evaluation.reading.places import find
from tests.evaluation.finding import Found


class Coders(Found):
    """The same study, in which two code."""

    def __init__(self, ago: timedelta = timedelta(), **facts: Any) -> None:
        super().__init__(ago, **facts)
        self.study.unlock_work()
        self.word = self.named("wisseling")

    def named(self, name: str, **facts: Any) -> Code:
        told = {"definition": "Iemand anders neemt het over."}
        return make_code(Code(name=name, **told | facts), by=self.lead, now=self.now)

    def gives(
        self,
        by: StudyMember,
        words: str = "geen vaste begeleider",
        code: Code | None = None,
        text: StudyText | None = None,
        **facts: Any,
    ) -> Coding:
        text = text or self.text
        begins, ends = find(text.passage or "", words)
        coding = Coding(
            code=code or self.word, text=text, begins=begins, ends=ends, **facts
        )
        return code_passage(coding, by=by, now=self.now)

    def done(self, *members: StudyMember) -> None:
        for member in members:
            finish_coding(self.dossier, by=member, now=self.now)
