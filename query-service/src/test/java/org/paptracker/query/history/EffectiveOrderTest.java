package org.paptracker.query.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.paptracker.query.History.ACTION;
import static org.paptracker.query.History.LEAD;
import static org.paptracker.query.History.MILESTONE;
import static org.paptracker.query.History.PLAN;
import static org.paptracker.query.History.agreed;
import static org.paptracker.query.History.milestone;
import static org.paptracker.query.History.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.ActionEvent;
import org.paptracker.events.DomainEvent;
import org.paptracker.fold.Recorded;
import org.paptracker.query.Everything;
import org.paptracker.query.action.ActionView;
import org.paptracker.query.action.MilestoneView;
import org.paptracker.query.action.Report;
import org.paptracker.values.action.Rating;

/** Reports of mixed precision, against a model that sorts: by the end of their time or the day recorded, then as recorded. */
class EffectiveOrderTest {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * @param hours since the report before
     * @param daysBack from the day it is recorded to a day of the time that it speaks of
     */
    record Said(
            long hours,
            Written written,
            long daysBack,
            Rating rating,
            @Nullable Integer percent) {}

    enum Written {
        DAY {
            @Override
            String of(LocalDate day) {
                return day.toString();
            }

            @Override
            LocalDate end(LocalDate day) {
                return day;
            }
        },
        MONTH {
            @Override
            String of(LocalDate day) {
                return day.toString().substring(0, 7);
            }

            @Override
            LocalDate end(LocalDate day) {
                return day.withDayOfMonth(day.lengthOfMonth());
            }
        },
        QUARTER {
            @Override
            String of(LocalDate day) {
                return day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
            }

            @Override
            LocalDate end(LocalDate day) {
                LocalDate last = day.withDayOfMonth(1);
                while (last.getMonthValue() % 3 != 0) last = last.plusMonths(1);
                return MONTH.end(last);
            }
        },
        YEAR {
            @Override
            String of(LocalDate day) {
                return Integer.toString(day.getYear());
            }

            @Override
            LocalDate end(LocalDate day) {
                return LocalDate.of(day.getYear(), 12, 31);
            }
        };

        abstract String of(LocalDate day);

        abstract LocalDate end(LocalDate day);
    }

    /** A report of the model, which knows nothing of the code that it is compared with. */
    record Modelled(LocalDate countsFrom, long position, Said said) {}

    @Provide
    Arbitrary<List<Said>> reports() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_500),
                        Arbitraries.of(Written.class),
                        Arbitraries.longs().between(0, 500),
                        Arbitraries.of(Rating.ON_TRACK, Rating.AT_RISK, Rating.OFF_TRACK),
                        Arbitraries.integers().between(0, 100).injectNull(0.3))
                .as(Said::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void what_stands_is_what_counts_last_now_and_on_any_day(
            @ForAll("reports") List<Said> reports, @ForAll("days") LocalDate day) {
        List<Recorded<DomainEvent>> log = new ArrayList<>();
        log.add(entry(1, BEGINNING, agreed(ACTION, "PA3")));
        log.add(entry(2, BEGINNING, milestone(ACTION, MILESTONE, "2027-01")));
        List<Modelled> model = new ArrayList<>();
        Instant clock = BEGINNING;
        for (Said said : reports) {
            clock = clock.plusSeconds(3600 * said.hours);
            LocalDate recordedOn = LocalDate.ofInstant(clock, ZoneId.of("Europe/London"));
            LocalDate spokenOf = recordedOn.minusDays(said.daysBack);
            long position = log.size() + 1L;
            log.add(entry(position, clock, progress(said.written.of(spokenOf), said.rating, said.percent)));
            LocalDate end = said.written.end(spokenOf);
            model.add(new Modelled(end.isBefore(recordedOn) ? end : recordedOn, position, said));
        }
        model.sort(Comparator.comparing(Modelled::countsFrom).thenComparing(Modelled::position));

        ActionView live = ActionView.FOLD.initial();
        for (Recorded<DomainEvent> entry : log) live = ActionView.FOLD.step(live, entry.as(ActionEvent.class));
        assertThat(ActionView.FOLD.over(
                        log.stream().map(entry -> entry.as(ActionEvent.class)).toList()))
                .as("replayed")
                .isEqualTo(live);
        assertThat(asAt(log, null, BEGINNING.atZone(ZoneId.of("Europe/London")).toLocalDate()))
                .as("as at now")
                .contains(live);
        agrees(live, model);

        List<Modelled> byThen =
                model.stream().filter(each -> !each.countsFrom.isAfter(day)).toList();
        agrees(asAt(log, day, day).orElseThrow(), byThen);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-500, 600).map(LocalDate.of(2026, 1, 1)::plusDays);
    }

    private static Optional<ActionView> asAt(List<Recorded<DomainEvent>> log, @Nullable LocalDate on, LocalDate day) {
        return History.view(log, ActionView.FOLD, ActionEvent.class, Everything.asAt(null, on, day));
    }

    private static void agrees(ActionView action, List<Modelled> model) {
        MilestoneView milestone = action.milestone(MILESTONE).orElseThrow();
        Report latest = milestone.latest();
        if (model.isEmpty()) {
            assertThat(latest).isNull();
            return;
        }
        Modelled last = model.get(model.size() - 1);
        assertThat(latest.position()).isEqualTo(last.position);
        assertThat(milestone.rating()).isEqualTo(last.said.rating);
        assertThat(latest.percentComplete())
                .isEqualTo(model.stream()
                        .map(each -> each.said.percent)
                        .filter(percent -> percent != null)
                        .reduce((one, next) -> next)
                        .orElse(null));
        assertThat(action.work().lastUpdatedOn().countsFrom()).isEqualTo(last.countsFrom);
    }

    private static Recorded<DomainEvent> entry(long position, Instant at, DomainEvent event) {
        return new Recorded<>(position, "e" + position, at, "action:" + PLAN + "/" + ACTION, position - 1, LEAD, event);
    }
}
