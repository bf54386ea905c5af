package org.paptracker.log;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.paptracker.events.DomainEvent;
import org.paptracker.values.BusinessDate;
import org.paptracker.values.ErasableText;
import org.paptracker.values.Sha256;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.kpi.Reading;
import org.paptracker.values.plan.AreaCode;
import org.paptracker.values.plan.BoardCode;
import org.paptracker.values.plan.OrganisationCode;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.plan.ThemeCode;
import org.paptracker.values.plan.WorkstreamCode;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.voice.VoiceId;

/** One event of each type, always the same, made from its components: with everything, or with what it must have only. */
public final class Samples {
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(PlanId.class, new PlanId("oxfordshire-pap")),
            Map.entry(ActionCode.class, new ActionCode("PA3-01")),
            Map.entry(MilestoneCode.class, new MilestoneCode("PA3-01.2")),
            Map.entry(AreaCode.class, new AreaCode("PA3")),
            Map.entry(ThemeCode.class, new ThemeCode("T2")),
            Map.entry(WorkstreamCode.class, new WorkstreamCode("data-dashboards")),
            Map.entry(OrganisationCode.class, new OrganisationCode("OCC")),
            Map.entry(BoardCode.class, new BoardCode("SIAB")),
            Map.entry(EvidenceId.class, new EvidenceId("ev-17")),
            Map.entry(RiskCode.class, new RiskCode("R-01")),
            Map.entry(DecisionId.class, new DecisionId("siab-2025-02-1")),
            Map.entry(OverrideCode.class, new OverrideCode("G-01")),
            Map.entry(StocktakeCode.class, new StocktakeCode("2025-02")),
            Map.entry(RedactionId.class, new RedactionId("4")),
            Map.entry(VoiceId.class, new VoiceId("forum-survey-2024")),
            Map.entry(BusinessDate.class, BusinessDate.parse("2025-Q2")),
            Map.entry(Period.class, Period.parse("2024-25AY")),
            Map.entry(KpiCode.class, new KpiCode("plans-good-or-outstanding")),
            Map.entry(Reading.class, Reading.of(Reading.Comparator.GT, "200.5")),
            Map.entry(ErasableText.class, text("Families told us: \"Zoë waits\"")),
            Map.entry(int.class, 3),
            Map.entry(Integer.class, 40),
            Map.entry(long.class, 17L),
            Map.entry(Long.class, 17L),
            Map.entry(boolean.class, true),
            Map.entry(Boolean.class, true));

    private Samples() {}

    /** Every field has a value. */
    public static <E extends DomainEvent> E full(Class<E> type) {
        return type.cast(make(type, false));
    }

    /** Every field that may be absent is. */
    public static <E extends DomainEvent> E bare(Class<E> type) {
        return type.cast(make(type, true));
    }

    /** Genuine, but with a salt that is no secret. */
    public static ErasableText text(String text) {
        byte[] salt = new byte[16];
        Arrays.fill(salt, (byte) 7);
        MessageDigest sha256 = Sha256.begin();
        sha256.update(salt);
        return new ErasableText(
                ErasableText.ALGORITHM + Sha256.hex(sha256, text.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(salt),
                text,
                null);
    }

    private static Object make(Class<?> type, boolean bare) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
                values[i] =
                        bare && optional ? null : value(components[i].getGenericType(), components[i].getName(), bare);
            }
            return type.getDeclaredConstructor(types).newInstance(values);

        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }

    /** A code is a text and nothing else; those that look like real ones are above. */
    private static boolean isCode(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return components.length == 1 && components[0].getType() == String.class;
    }

    private static Object code(Class<?> type, String text) {
        try {
            return type.getDeclaredConstructor(String.class).newInstance(text);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No sample of " + type, e);
        }
    }

    private static Object value(Type type, String name, boolean bare) {
        if (type instanceof ParameterizedType collection) {
            Object element = value(collection.getActualTypeArguments()[0], name, bare);
            if (collection.getRawType() == List.class) return List.of(element);
            if (collection.getRawType() == Set.class) return Set.of(element);
            if (collection.getRawType() == SortedSet.class) return new TreeSet<>(List.of(element));
            throw new IllegalStateException("No sample of " + type);
        }
        Class<?> plain = (Class<?>) type;
        Object known = VALUES.get(plain);
        if (known != null) return known;
        if (plain == String.class) return "The " + name;
        if (plain.isEnum()) return plain.getEnumConstants()[0];
        if (isCode(plain)) return code(plain, "a-" + name);
        if (plain.isRecord()) return make(plain, bare);
        throw new IllegalStateException("No sample of " + type);
    }
}
