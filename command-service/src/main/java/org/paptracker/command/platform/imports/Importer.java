package org.paptracker.command.platform.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.paptracker.command.platform.axon.AtomicBatch;
import org.paptracker.command.platform.axon.AtomicBatch.Fate;
import org.paptracker.command.platform.axon.AtomicBatch.Item;
import org.paptracker.command.platform.axon.AtomicBatch.Keep;
import org.paptracker.command.platform.axon.AtomicBatch.Outcome;
import org.paptracker.command.platform.axon.Command;
import org.paptracker.command.platform.axon.CommandContextResolver;
import org.paptracker.command.platform.guard.PersonalDataSuspected;
import org.paptracker.command.platform.http.HttpCommands;
import org.paptracker.command.platform.imports.Rows.Row;
import org.paptracker.command.platform.rules.RuleBroken;
import org.paptracker.log.CommitTooLarge;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Problem.FieldError;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.plan.PlanId;
import org.springframework.stereotype.Component;

/** Reads a table, has its rows judged and recorded together, and says what became of each. */
@Component
class Importer {
    private static final int MOST_SUSPECTED = 100;

    private final List<ImportKind<?>> kinds;
    private final Rows rows;
    private final HttpCommands commands;
    private final CommandContextResolver resolver;

    Importer(List<ImportKind<?>> kinds, Rows rows, HttpCommands commands, CommandContextResolver resolver) {
        this.kinds = kinds;
        this.rows = rows;
        this.commands = commands;
        this.resolver = resolver;
    }

    /**
     * @param dryRun whether to judge only
     * @param partial whether the rest is recorded if some rows are refused
     * @throws Refused if the file can't be read, or a row is refused and all or nothing was asked for
     */
    ImportAnswer take(
            PlanId plan, BiConsumer<byte[], Consumer<TableRow>> format, byte[] file, boolean dryRun, boolean partial) {
        requireKnown(plan);
        Import table = new Import(kinds, rows, plan);
        format.accept(file, table::accept);
        List<Row> read = table.rows();
        boolean allReadable = read.stream().allMatch(row -> row.errors().isEmpty());
        boolean tooMany = read.size() > Import.MOST_AT_ONCE;
        Keep keep = tooMany
                ? Keep.JUDGEMENT
                : dryRun || !(partial || allReadable) ? Keep.NOTHING : partial ? Keep.WHAT_PASSES : Keep.ALL;

        AtomicBatch.Result result = send(read, keep);
        Tally tally = new Tally(table, read, result.outcomes());
        if (!dryRun && !partial && !tally.errors.isEmpty()) throw refused(tally);
        if (tooMany && (partial || tally.errors.isEmpty())) throw tooMany(tally);
        return new ImportAnswer(
                plan,
                table.kind(),
                dryRun,
                read.size(),
                tally.count(Fate.RECORDED),
                tally.orUnknown(Fate.UNCHANGED),
                tally.orUnknown(Fate.REFUSED),
                result.recorded(),
                result.position(),
                tally.errors.size(),
                tally.errors,
                tally.suspected,
                tally.notes);
    }

    /** @throws org.paptracker.command.platform.rules.Unknown if there is no such plan */
    void requireKnown(PlanId plan) {
        resolver.terms(plan).requireKnown(plan);
    }

    ImportKind<?> kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.malformed(
                        "kind",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        kinds.stream().map(ImportKind::name).toList()))));
    }

    private AtomicBatch.Result send(List<Row> read, Keep keep) {
        List<Item> items = new ArrayList<>();
        for (Row row : read) {
            Command command = row.command();
            if (command != null) items.add(new Item(command, row.where()));
        }
        try {
            return commands.send(items, keep);
        } catch (CommitTooLarge e) {
            throw Unreadable.tooLarge(
                    "Together these rows are more than can be recorded at once. Split the table into two and send one"
                            + " after the other; nothing was recorded.");
        }
    }

    private static RuntimeException tooMany(Tally tally) {
        return Unreadable.tooLarge(
                "%,d of %,d rows are right, but no more than %,d can be recorded at once. Send the table in parts; nothing was recorded."
                        .formatted(tally.rows - tally.count(Fate.REFUSED), tally.rows, Import.MOST_AT_ONCE));
    }

    private static Refused refused(Tally tally) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rows", tally.rows);
        facts.put("refused", tally.count(Fate.REFUSED));
        facts.put("errorCount", tally.errors.size());
        if (!tally.suspected.isEmpty()) facts.put("suspected", tally.suspected);
        String sentence =
                "%,d of %,d rows can't be recorded, so nothing was. Put them right and send the table again, or send it with partial=true to record the rest."
                        .formatted(tally.count(Fate.REFUSED), tally.rows);
        return new Refused(new Problem(409, "import.rows-refused", sentence, tally.errors, facts));
    }

    /** Counts rows by their fate, and gathers what is wrong with them. */
    private static final class Tally {
        final int rows;
        final List<FieldError> errors = new ArrayList<>();
        final List<SuspectedRow> suspected = new ArrayList<>();
        final List<CellNote> notes = new ArrayList<>();
        private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

        /** Outcomes are of those rows that could be read, in the same order. */
        Tally(Import table, List<Row> read, List<Outcome> outcomes) {
            rows = read.size();
            int next = 0;
            for (Row row : read) {
                if (row.command() == null) {
                    errors.addAll(row.errors());
                    counts.merge(Fate.REFUSED, 1, Integer::sum);
                    continue;
                }
                Outcome outcome = outcomes.get(next++);
                RuleBroken refusal = outcome.refusal();
                if (refusal != null) {
                    errors.addAll(errors(table, row.line(), refusal));
                    note(row.line(), refusal);
                } else {
                    notes.addAll(row.notes());
                }
                counts.merge(outcome.fate(), 1, Integer::sum);
            }
        }

        /** What is suspected stands in a column; of what else a rule refuses, the whole line is wrong. */
        private static List<FieldError> errors(Import table, int line, RuleBroken refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            if (!(refusal instanceof PersonalDataSuspected hit)) {
                return List.of(new FieldError(line, null, refusal.code(), sentence));
            }
            return hit.suspected().stream()
                    .map(one -> new FieldError(line, table.column(one.field()), hit.code(), sentence))
                    .distinct()
                    .toList();
        }

        private void note(int line, RuleBroken refusal) {
            if (refusal instanceof PersonalDataSuspected hit
                    && hit.reference() != null
                    && suspected.size() < MOST_SUSPECTED) {
                suspected.add(new SuspectedRow(line, hit.reference()));
            }
        }

        int count(Fate fate) {
            return counts.getOrDefault(fate, 0);
        }

        @Nullable
        Integer orUnknown(Fate fate) {
            return count(Fate.NOT_RECORDED) > 0 ? null : count(fate);
        }
    }
}
