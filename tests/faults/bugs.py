"""All the bugs that `make mutants` plants."""

from __future__ import annotations

from tests.faults.bugs_people import PEOPLE
from tests.faults.bugs_reading import READING, REMEMBERING
from tests.faults.bugs_writing import LOCKING, WRITING

MUTANTS = (*LOCKING, *WRITING, *REMEMBERING, *READING, *PEOPLE)
