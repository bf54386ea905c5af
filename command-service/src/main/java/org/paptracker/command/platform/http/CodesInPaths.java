package org.paptracker.command.platform.http;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.values.action.ActionCode;
import org.paptracker.values.action.MilestoneCode;
import org.paptracker.values.decision.DecisionId;
import org.paptracker.values.evidence.EvidenceId;
import org.paptracker.values.guard.OverrideCode;
import org.paptracker.values.kpi.KpiCode;
import org.paptracker.values.kpi.Period;
import org.paptracker.values.plan.PlanId;
import org.paptracker.values.redaction.RedactionId;
import org.paptracker.values.risk.RiskCode;
import org.paptracker.values.stocktake.StocktakeCode;
import org.paptracker.values.voice.VoiceId;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the codes in a path, and says what a code looks like to who gets one wrong. */
@Configuration
class CodesInPaths implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class, PlanId.class, text -> code("plan", text, PlanCode.SHAPE, PlanCode.WORDS, PlanId::new));
        registry.addConverter(
                String.class, ActionCode.class, text -> code("action", text, Code.SHAPE, Code.WORDS, ActionCode::new));
        registry.addConverter(
                String.class,
                MilestoneCode.class,
                text -> code("milestone", text, Code.SHAPE, Code.WORDS, MilestoneCode::new));
        registry.addConverter(
                String.class, VoiceId.class, text -> code("voice", text, Code.SHAPE, Code.WORDS, VoiceId::new));
        registry.addConverter(
                String.class, RiskCode.class, text -> code("risk", text, Code.SHAPE, Code.WORDS, RiskCode::new));
        registry.addConverter(
                String.class,
                DecisionId.class,
                text -> code("decision", text, Code.SHAPE, Code.WORDS, DecisionId::new));
        registry.addConverter(
                String.class,
                StocktakeCode.class,
                text -> code("stocktake", text, Code.SHAPE, Code.WORDS, StocktakeCode::new));
        registry.addConverter(
                String.class,
                EvidenceId.class,
                text -> code("evidence", text, Code.SHAPE, Code.WORDS, EvidenceId::new));
        registry.addConverter(
                String.class,
                OverrideCode.class,
                text -> code("override", text, Code.SHAPE, Code.WORDS, OverrideCode::new));
        registry.addConverter(
                String.class, KpiCode.class, text -> code("kpi", text, Code.SHAPE, Code.WORDS, KpiCode::new));
        registry.addConverter(
                String.class,
                RedactionId.class,
                text -> code("redaction", text, "[1-9]\\d{0,17}", "a number: 1, 2, 3 …", RedactionId::new));
        registry.addConverter(String.class, Period.class, CodesInPaths::period);
    }

    private static Period period(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException e) {
            throw new Refused(Problem.malformed("period", "must be " + Period.WORDS));
        }
    }

    private static <C> C code(String field, String text, String shape, String words, Function<String, C> make) {
        if (!Pattern.matches(shape, text)) throw new Refused(Problem.malformed(field, "must be " + words));
        return make.apply(text);
    }
}
