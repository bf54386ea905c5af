package org.paptracker.command;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.paptracker.values.ErasableText;

/** The walls of the write side. Each is shown to hold, and to fall over a violation planted for it. */
class WallsTest {
    private static final String ROOT = "org.paptracker.command";
    private static final String PLANTED = ROOT + ".planted";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    private static final DescribedPredicate<JavaClass> PURE = describe(
            "deciders and what they decide on",
            type -> outermost(type).getSimpleName().endsWith("Decider")
                    || outermost(type).tryGetField("FOLD").isPresent()
                    || type.getPackageName().endsWith(".platform.rules"));

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(WallsTest::outermost).orElse(type);
    }

    private static final DescribedPredicate<JavaClass> DOMAIN = resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.paptracker.values..",
                    "org.paptracker.events..",
                    "org.paptracker.fold..",
                    ROOT + ".platform.rules..")
            .or(describe(
                    "who is asking",
                    type -> Set.of("Caller", "OwnWork", "Role", "Scope")
                                    .contains(outermost(type).getSimpleName())
                            && type.getPackageName().equals("org.paptracker.platform.security")))
            .or(describe("commands", type -> outermost(type).getSimpleName().endsWith("Command")))
            .or(PURE)
            .as("the domain");

    private static final Set<String> ASKS_THE_TIME =
            Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "instant");

    private static ArchRule pureKnowsOnlyTheDomain() {
        return classes().that(PURE).should().onlyDependOnClassesThat(DOMAIN);
    }

    private static ArchRule pureAsksNoClock() {
        return noClasses()
                .that(PURE)
                .should()
                .accessTargetWhere(describe("tells the time", WallsTest::tellsTheTime))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    private static boolean tellsTheTime(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        return ASKS_THE_TIME.contains(target.getName())
                && target.getOwner().getPackageName().startsWith("java.");
    }

    /** A decision is the same each time it is made of the same things. */
    private static ArchRule pureThrowsNoDice() {
        return noClasses()
                .that(PURE)
                .should()
                .accessTargetWhere(describe(
                        "is random",
                        access -> access.getTarget().getName().startsWith("random")
                                || access.getTargetOwner().isAssignableTo(RandomGenerator.class)
                                || (access.getTargetOwner().isEquivalentTo(ErasableText.class)
                                        && access.getTarget().getName().startsWith("of"))));
    }

    private static ArchRule slicesAreApart(String root) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        String name = type.getPackageName();
                        if (!name.startsWith(root + ".")) return SliceIdentifier.ignore();
                        String slice = name.substring(root.length() + 1).split("\\.", 2)[0];
                        return slice.equals("platform") ? SliceIdentifier.ignore() : SliceIdentifier.of(slice);
                    }

                    @Override
                    public String getDescription() {
                        return "slices of " + root;
                    }
                })
                .should()
                .notDependOnEachOther();
    }

    private static ArchRule platformKnowsNoSlice(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".platform..")
                .should()
                .dependOnClassesThat(describe(
                        "are of a slice",
                        type -> type.getPackageName().startsWith(root + ".")
                                && !type.getPackageName().startsWith(root + ".platform")));
    }

    private static ArchRule onlyShellsKnowAxon() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".platform..")
                .and()
                .haveSimpleNameNotEndingWith("Aggregate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..");
    }

    private static ArchRule onlyApisKnowHttp() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".platform..")
                .and(describe(
                        "are no API", type -> !outermost(type).getSimpleName().endsWith("Api")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta..");
    }

    @TestFactory
    Stream<DynamicTest> hold() {
        return Stream.of(
                        pureKnowsOnlyTheDomain(),
                        pureAsksNoClock(),
                        pureThrowsNoDice(),
                        slicesAreApart(ROOT),
                        platformKnowsNoSlice(ROOT),
                        onlyShellsKnowAxon(),
                        onlyApisKnowHttp())
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(OURS)));
    }

    @TestFactory
    Stream<DynamicTest> fall_over_a_planted_violation() {
        return Stream.of(
                falls(pureKnowsOnlyTheDomain(), "SpringDecider"),
                falls(pureKnowsOnlyTheDomain(), "LoggingState"),
                falls(pureAsksNoClock(), "HastyDecider"),
                falls(pureThrowsNoDice(), "DicingDecider"),
                falls(slicesAreApart(PLANTED), "Nosy"),
                falls(platformKnowsNoSlice(PLANTED), "Partial"),
                falls(onlyShellsKnowAxon(), "AxonCommand"),
                falls(onlyApisKnowHttp(), "HttpState"));
    }

    private static DynamicTest falls(ArchRule rule, String violator) {
        return DynamicTest.dynamicTest(
                violator,
                () -> assertThatThrownBy(() -> rule.check(VIOLATIONS))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining(violator));
    }
}
