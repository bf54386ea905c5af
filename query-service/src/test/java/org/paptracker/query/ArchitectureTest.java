package org.paptracker.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.paptracker.query.history.Slice;
import org.paptracker.query.platform.projection.View;

/** The walls of the read side. Each rule is also asked about classes that break it, under {@code planted}. */
class ArchitectureTest {
    private static final String MAIN = "org.paptracker.query";
    private static final String PLANTED = MAIN + ".planted";

    /** What is no slice: it crosses families, or all of them stand on it. A new package is a slice until named here. */
    private static final Set<String> CROSSING =
            Set.of("progress", "gaps", "audit", "changes", "ledger", "metrics", "operations", "report");

    private static final Set<String> BELOW = Set.of("history", "lineage", "proof", "platform");

    private static final JavaClasses MAIN_CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MAIN);
    private static final JavaClasses PLANTED_CLASSES = new ClassFileImporter().importPackages(PLANTED);

    record Wall(String name, Function<String, ArchRule> rule, String offender) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wall> walls() {
        return Stream.of(
                new Wall(
                        "slices do not reach into each other",
                        root -> slices().assignedFrom(new Slices(root)).should().notDependOnEachOther(),
                        "ReachesAcross"),
                new Wall(
                        "slices do not know what crosses them",
                        root -> noClasses()
                                .that(areOfASlice(root))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(CROSSING.stream()
                                        .map(name -> root + "." + name + "..")
                                        .toArray(String[]::new))),
                        "ReachesUp"),
                new Wall(
                        "what lies below knows no slice and nothing that crosses them",
                        root -> noClasses()
                                .that(areBelow(root))
                                .should()
                                .dependOnClassesThat(
                                        resideInAPackage(root + "..").and(DescribedPredicate.not(areBelow(root)))),
                        "FromBelow"),
                new Wall(
                        "folds and views know no framework",
                        root -> noClasses()
                                .that(arePure(root))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "org.springframework..",
                                        "org.axonframework..",
                                        "com.mongodb..",
                                        "org.bson..",
                                        "jakarta..",
                                        "tools.jackson..",
                                        "org.slf4j..")),
                        "KnowsMongoView"),
                new Wall(
                        "folds and views ask no clock",
                        root -> noClasses().that(arePure(root)).should().callMethodWhere(asksAClock()),
                        "AsksClockView"));
    }

    @ParameterizedTest
    @MethodSource("walls")
    void stands(Wall wall) {
        wall.rule().apply(MAIN).check(MAIN_CLASSES);
    }

    @ParameterizedTest
    @MethodSource("walls")
    void would_fall(Wall wall) {
        var broken = wall.rule().apply(PLANTED).evaluate(PLANTED_CLASSES);

        assertThat(broken.hasViolation()).isTrue();
        assertThat(broken.getFailureReport().getDetails())
                .allSatisfy(detail -> assertThat(detail).contains(wall.offender()));
    }

    @Test
    void the_rule_on_folds_and_views_is_about_those_that_matter() {
        assertThat(MAIN_CLASSES.that(arePure(MAIN)).stream().map(JavaClass::getSimpleName))
                .contains(
                        "PlanView",
                        "ActionView",
                        "MilestoneView",
                        "Ratings",
                        "Timing",
                        "Lived",
                        "ActionSlice",
                        "PlanSlice",
                        "EvidenceView",
                        "EvidenceSlice",
                        "VoiceSlice",
                        "RiskSlice",
                        "DecisionSlice",
                        "KpiView",
                        "Trend");
    }

    private static String room(String root, JavaClass type) {
        if (!type.getPackageName().startsWith(root + ".")) return "";
        String inside = type.getPackageName().substring(root.length() + 1) + ".";
        return inside.substring(0, inside.indexOf('.'));
    }

    private static DescribedPredicate<JavaClass> areOfASlice(String root) {
        return DescribedPredicate.describe("are of a slice", type -> isSlice(root, room(root, type)));
    }

    private static boolean isSlice(String root, String room) {
        return !room.isEmpty()
                && !CROSSING.contains(room)
                && !BELOW.contains(room)
                && !PLANTED.equals(root + "." + room);
    }

    private static DescribedPredicate<JavaClass> areBelow(String root) {
        return DescribedPredicate.describe("lie below the slices", type -> BELOW.contains(room(root, type)));
    }

    /** Views, and what folds and their sentences are made of. */
    private static DescribedPredicate<JavaClass> arePure(String root) {
        return DescribedPredicate.describe("are folds or views", type -> {
            String room = room(root, type);
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            String name = outermost.getSimpleName();
            return !room.isEmpty()
                    && (outermost.isAssignableTo(View.class)
                            || name.endsWith("View")
                            || outermost.isAssignableTo(Slice.class)
                            || (isSlice(root, room) && outermost.isRecord())
                            || Set.of(
                                            "Ratings",
                                            "Timing",
                                            "Lived",
                                            "Assessment",
                                            "Due",
                                            "Report",
                                            "Completion",
                                            "Rebaseline",
                                            "DueDateMove",
                                            "DueDates",
                                            "Slip",
                                            "Words",
                                            "Stamp",
                                            "Grouping",
                                            "Progress",
                                            "Proof",
                                            "Gap",
                                            "Trend")
                                    .contains(name));
        });
    }

    private static DescribedPredicate<JavaMethodCall> asksAClock() {
        return DescribedPredicate.describe("asks a clock", call -> isOfAClock(call) || isOfTheMachine(call));
    }

    private static boolean isOfAClock(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        return owner.getPackageName().equals("java.time")
                && (call.getName().equals("now") || owner.isAssignableTo(Clock.class));
    }

    private static boolean isOfTheMachine(JavaMethodCall call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                && Set.of("currentTimeMillis", "nanoTime").contains(call.getName());
    }

    private record Slices(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String room = room(root, type);
            return isSlice(root, room) ? SliceIdentifier.of(room) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the slices";
        }
    }
}
