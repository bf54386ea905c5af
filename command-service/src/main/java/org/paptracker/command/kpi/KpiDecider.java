package org.paptracker.command.kpi;

import static org.paptracker.command.platform.rules.Dates.effective;
import static org.paptracker.command.platform.rules.RuleBroken.require;
import static org.paptracker.command.platform.rules.Terms.requireTerms;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.kpi.Kpi.Measurement;
import org.paptracker.command.kpi.KpiCommand.DefineKpi;
import org.paptracker.command.kpi.KpiCommand.RecordMeasurement;
import org.paptracker.command.kpi.KpiCommand.ReviseMeasurement;
import org.paptracker.command.kpi.KpiCommand.SetTarget;
import org.paptracker.command.kpi.KpiCommand.WithdrawMeasurement;
import org.paptracker.command.platform.rules.Context;
import org.paptracker.command.platform.rules.Decider;
import org.paptracker.command.platform.rules.Unknown;
import org.paptracker.command.platform.rules.Words;
import org.paptracker.command.platform.rules.WriteAccess;
import org.paptracker.events.KpiEvent;
import org.paptracker.events.KpiEvent.KpiAmended;
import org.paptracker.events.KpiEvent.KpiDefined;
import org.paptracker.events.KpiEvent.KpiTargetSet;
import org.paptracker.events.KpiEvent.MeasurementRecorded;
import org.paptracker.events.KpiEvent.MeasurementRevised;
import org.paptracker.events.KpiEvent.MeasurementWithdrawn;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.kpi.KpiDetails;
import org.paptracker.values.kpi.MeasurementStatus;
import org.paptracker.values.kpi.Period;

/** The rules of a KPI: figures are revised with a reason and never overwritten; sources stand side by side. */
final class KpiDecider {
    static final Decider<Kpi, KpiCommand, KpiEvent> RULES = Decider.of(Kpi.FOLD, KpiCommand.class)
            .on(DefineKpi.class, KpiDecider::define)
            .on(SetTarget.class, KpiDecider::setTarget)
            .on(RecordMeasurement.class, KpiDecider::record)
            .on(ReviseMeasurement.class, KpiDecider::revise)
            .on(WithdrawMeasurement.class, KpiDecider::withdraw)
            .exhaustive();

    private KpiDecider() {}

    /** Of the KPI, unless it is the caller's own figure. */
    static void requireOwn(Kpi kpi, KpiCommand command, WriteAccess access) {
        KpiDetails details = kpi.details();
        Words figure = words(kpi, command);
        if (details == null || (figure != null && access.isBy(figure.author()))) return;
        access.requireKpi(command.kpi(), details);
    }

    /** A figure that stands and would change is its author's. */
    static @Nullable Words words(Kpi kpi, KpiCommand command) {
        if (command instanceof ReviseMeasurement revision) {
            Measurement standing = kpi.measurement(revision.period(), revision.source());
            if (standing == null || standing.withdrawn() || isSo(standing, revision)) return null;
            return figure(kpi, command, revision.period(), revision.source());
        }
        if (command instanceof WithdrawMeasurement withdrawal) {
            SortedSet<String> standing = kpi.sources(withdrawal.period());
            String source =
                    withdrawal.source() == null && standing.size() == 1 ? standing.first() : withdrawal.source();
            if (source == null || !standing.contains(source)) return null;
            return figure(kpi, command, withdrawal.period(), source);
        }
        return null;
    }

    private static Words figure(Kpi kpi, KpiCommand command, Period period, String source) {
        String thing = "The figure of KPI %s for %s".formatted(command.kpi(), period);
        return new Words(thing, kpi.author(period, source), null, true);
    }

    private static boolean isSo(Measurement standing, ReviseMeasurement revision) {
        return standing.reading().equals(revision.reading())
                && (revision.status() == null || standing.status() == revision.status());
    }

    static List<KpiEvent> define(Kpi kpi, DefineKpi command, Context context) {
        context.plan().requireKnown(command.plan());
        KpiDetails details = command.details();
        if (details.equals(kpi.details())) return List.of();
        context.plan().requireRunning(command.plan());
        requireTerms("kpi", "area", details.areas(), context.plan().areas());
        requireTerms("kpi", "theme", details.themes(), context.plan().themes());
        return List.of(
                kpi.details() == null
                        ? new KpiDefined(command.plan(), command.kpi(), details)
                        : new KpiAmended(command.plan(), command.kpi(), details));
    }

    static List<KpiEvent> setTarget(Kpi kpi, SetTarget command, Context context) {
        requireKnown(kpi, command, context);
        if (command.value().equals(kpi.targets().get(command.dueOn()))) return List.of();
        context.plan().requireRunning(command.plan());
        return List.of(new KpiTargetSet(command.plan(), command.kpi(), command.value(), command.dueOn()));
    }

    /** A period may have begun only: figures come in before a month is over. What was withdrawn may be recorded anew. */
    static List<KpiEvent> record(Kpi kpi, RecordMeasurement command, Context context) {
        requireKnown(kpi, command, context);
        Measurement given = new Measurement(command.reading(), command.status(), command.illustrative(), false);
        Measurement standing = kpi.measurement(command.period(), command.source());
        if (given.equals(standing)) return List.of();
        context.plan().requireRunning(command.plan());
        require(
                standing == null || standing.withdrawn(),
                "kpi.revise-instead",
                "%s has another figure of KPI %s for %s already. If the source has changed it, revise it and say why."
                        .formatted(command.source(), command.kpi(), command.period()));
        requireBegun(command.period(), context.today());
        requireOver(command.period(), command.status(), context.today());
        return List.of(new MeasurementRecorded(
                command.plan(),
                command.kpi(),
                command.period(),
                command.source(),
                command.reading(),
                command.status(),
                command.illustrative()));
    }

    static List<KpiEvent> revise(Kpi kpi, ReviseMeasurement command, Context context) {
        requireKnown(kpi, command, context);
        Measurement standing = kpi.measurement(command.period(), command.source());
        if (standing == null || standing.withdrawn()) {
            throw noFigure(command, command.period(), "of %s ".formatted(command.source()));
        }
        MeasurementStatus status = command.status() == null ? standing.status() : command.status();
        if (standing.reading().equals(command.reading()) && standing.status() == status) return List.of();
        context.plan().requireRunning(command.plan());
        requireOver(command.period(), status, context.today());
        return List.of(new MeasurementRevised(
                command.plan(),
                command.kpi(),
                command.period(),
                command.source(),
                command.reading(),
                status,
                command.reason()));
    }

    static List<KpiEvent> withdraw(Kpi kpi, WithdrawMeasurement command, Context context) {
        requireKnown(kpi, command, context);
        String source = command.source() == null ? onlySource(kpi, command) : command.source();
        Measurement standing = kpi.measurement(command.period(), source);
        if (standing == null) throw noFigure(command, command.period(), "of %s ".formatted(source));
        if (standing.withdrawn()) return List.of();
        context.plan().requireRunning(command.plan());
        return List.of(
                new MeasurementWithdrawn(command.plan(), command.kpi(), command.period(), source, command.reason()));
    }

    private static String onlySource(Kpi kpi, WithdrawMeasurement command) {
        SortedSet<String> sources = kpi.sources(command.period());
        if (sources.isEmpty()) throw noFigure(command, command.period(), "");
        require(
                sources.size() == 1,
                "kpi.source-needed",
                "More than one source has a figure of KPI %s for %s: %s. Say whose figure you want to withdraw."
                        .formatted(command.kpi(), command.period(), String.join("; ", sources)));
        return sources.first();
    }

    private static Unknown noFigure(KpiCommand command, Period period, String whose) {
        return new Unknown(
                "kpi.measurement-unknown",
                "KPI %s has no figure %sfor %s that stands. Check period and source, or record the figure first."
                        .formatted(command.kpi(), whose, period));
    }

    private static void requireKnown(Kpi kpi, KpiCommand command, Context context) {
        context.plan().requireKnown(command.plan());
        Unknown.requireKnown(
                kpi.details() != null,
                "kpi.unknown",
                "Plan %s has no KPI %s. Check its code, or define the KPI first."
                        .formatted(command.plan(), command.kpi()));
    }

    private static void requireOver(Period period, MeasurementStatus status, LocalDate today) {
        require(
                status != MeasurementStatus.FINAL || period.isOver(today),
                "kpi.period-not-over",
                "There is no final figure for %s before it is over: its last day is %s, and today is %s. Record it as PROVISIONAL, and revise it to FINAL once the period is over."
                        .formatted(
                                period,
                                BusinessDate.day(period.last()).inWords(),
                                BusinessDate.day(today).inWords()));
    }

    private static void requireBegun(Period period, LocalDate today) {
        effective(BusinessDate.day(period.first()), today);
    }
}
