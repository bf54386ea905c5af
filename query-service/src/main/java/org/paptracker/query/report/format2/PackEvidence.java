package org.paptracker.query.report.format2;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.query.evidence.EvidenceView;
import org.paptracker.query.platform.projection.Who;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.Visibility;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.evidence.EvidenceKind;
import org.paptracker.values.evidence.EvidenceLevel;
import org.paptracker.values.evidence.EvidenceState;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.PlanId;

/** A piece of evidence. */
record PackEvidence(
        EvidenceId code,
        PlanId plan,
        String title,
        EvidenceKind kind,
        EvidenceLevel level,
        @Nullable Period period,
        String summary,
        Source source,
        @Nullable Integer sampleSize,
        List<PackSubject> supports,
        Visibility visibility,
        EvidenceState state,
        @Nullable BusinessDate stateSince,
        @Nullable String stateReason,
        Who submittedBy,
        @Nullable Validation validation,
        @Nullable Challenge challenge,
        @Nullable EvidenceId supersededBy,
        @JsonUnwrapped PackStamp stamp) {

    record Source(
            String title, @Nullable String url, @Nullable String sha256) {}

    record Validation(BusinessDate on, Who by, @Nullable String note) {}

    record Challenge(
            BusinessDate on,
            Who by,
            @Nullable String reason,
            @Nullable BusinessDate upheldOn,
            @Nullable Who upheldBy,
            @Nullable String note) {}

    static PackEvidence of(EvidenceView evidence) {
        var content = evidence.content();
        var source = content.source();
        var validation = evidence.review().validation();
        return new PackEvidence(
                evidence.code(),
                evidence.plan(),
                content.title(),
                content.kind(),
                content.level(),
                content.period(),
                content.summary(),
                new Source(source.title(), source.url(), source.sha256()),
                content.sampleSize(),
                content.supports().stream().map(PackSubject::of).toList(),
                content.visibility(),
                evidence.state(),
                evidence.standing().stateSince(),
                evidence.standing().stateReason(),
                evidence.review().submittedBy(),
                validation == null ? null : new Validation(validation.on().date(), validation.by(), validation.note()),
                challenge(evidence),
                evidence.review().supersededBy(),
                PackStamp.of(evidence.stamp()));
    }

    private static @Nullable Challenge challenge(EvidenceView evidence) {
        var challenge = evidence.review().challenge();
        if (challenge == null) return null;
        return new Challenge(
                challenge.on(),
                challenge.by(),
                challenge.reason(),
                challenge.upheldOn(),
                challenge.upheldBy(),
                challenge.note());
    }
}
