package org.paptracker.query.report.format2;

import org.paptracker.values.Subject;
import org.paptracker.values.SubjectType;

/** What something is about. */
record PackSubject(SubjectType type, String code) {
    static PackSubject of(Subject subject) {
        return new PackSubject(subject.type(), subject.code());
    }
}
