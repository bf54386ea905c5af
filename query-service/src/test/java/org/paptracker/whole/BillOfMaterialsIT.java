package org.paptracker.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who runs a service can look up in its jar what it is made of, and compare that with a list of known weaknesses. */
class BillOfMaterialsIT {
    private static final String LIBRARIES = "BOOT-INF/lib/";

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "query-service"})
    void every_library_in_the_jar_is_listed_with_its_version_licence_and_digest(String service) throws IOException {
        try (JarFile jar = new JarFile(Started.REPOSITORY
                .resolve(service + "/target/" + service + ".jar")
                .toFile())) {
            Set<String> shipped = new TreeSet<>();
            jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .forEach(name -> shipped.add(name.substring(LIBRARIES.length())));
            assertThat(shipped).hasSizeGreaterThan(50);

            JsonNode bill;
            try (InputStream file = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
                bill = new JsonMapper().readTree(file);
            }
            assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
            Set<String> listed = new TreeSet<>();
            for (JsonNode component : bill.path("components")) {
                String name = component.path("name").asString() + "-"
                        + component.path("version").asString() + ".jar";
                listed.add(name);
                if (!shipped.contains(name) || name.startsWith("shared-events-")) continue;
                assertThat(component.path("licenses")).as(name).isNotEmpty();
                assertThat(component.path("hashes").findValuesAsString("alg"))
                        .as(name)
                        .contains("SHA-256");
            }
            shipped.removeIf(
                    name -> name.startsWith("spring-boot-jarmode-tools-")); // put there by the packaging itself
            assertThat(listed).containsAll(shipped);
        }
    }
}
