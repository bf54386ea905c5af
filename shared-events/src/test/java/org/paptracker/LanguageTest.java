package org.paptracker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The language of events outlives every framework, so it knows none. */
class LanguageTest {
    private static ArchRule languageStandsAlone(String root) {
        String[] language = {root + ".events..", root + ".values..", root + ".fold.."};
        return classes()
                .that()
                .resideInAnyPackage(language)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        language[0],
                        language[1],
                        language[2],
                        "java..",
                        "com.ibm.icu.text..", // what Unicode says of characters
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify.annotations..");
    }

    @Test
    void events_values_and_folds_know_only_java_and_each_other() {
        languageStandsAlone("org.paptracker")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.paptracker"));
    }

    @Test
    void the_rule_fails_on_an_event_that_knows_a_framework() {
        var broken = languageStandsAlone("org.paptracker.planted")
                .evaluate(new ClassFileImporter().importPackages("org.paptracker.planted"));

        assertThat(broken.getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains("KnowsAFramework"));
    }
}
