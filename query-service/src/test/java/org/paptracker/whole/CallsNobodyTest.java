package org.paptracker.whole;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No code of ours calls an address that somebody sends. The store's is its library's work, the issuer's is a setting. */
class CallsNobodyTest {
    /** Ask the identity provider, at the address that is set and at those that it names itself. */
    private static final List<String> CALL_THE_ISSUER =
            List.of("org.paptracker.platform.security.Issuer", "org.paptracker.query.account.SignInElsewhere");

    private static final ArchRule RULE = noClasses()
            .that(DescribedPredicate.describe(
                    "do not call the identity provider",
                    type -> CALL_THE_ISSUER.stream().noneMatch(type.getName()::startsWith)))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net.http..",
                            "org.springframework.web.client..",
                            "org.springframework.web.reactive.function.client..",
                            "org.springframework.http.client..")
                    .or(DescribedPredicate.describe("open connections", CallsNobodyTest::opensConnections)));

    private static boolean opensConnections(JavaClass type) {
        return List.of("java.net.URL", "java.net.URLConnection", "java.net.HttpURLConnection", "java.net.Socket")
                .contains(type.getName());
    }

    private static JavaClasses classes(String kind) {
        return new ClassFileImporter()
                .importPaths(List.of("shared-events", "command-service", "query-service").stream()
                        .map(module -> Path.of("..", module, "target", kind))
                        .toList());
    }

    @Test
    void what_is_shipped_calls_no_address() {
        JavaClasses shipped = classes("classes");
        assertThat(shipped.stream().map(JavaClass::getName)).containsAll(CALL_THE_ISSUER);
        RULE.check(shipped);
    }

    /** The tests do call: the services. */
    @Test
    void a_caller_of_one_is_found() {
        assertThat(RULE.evaluate(classes("test-classes")).getFailureReport().getDetails())
                .anyMatch(detail -> detail.contains("org.paptracker.whole.Oxfordshire"));
    }
}
