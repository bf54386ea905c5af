package org.paptracker.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paptracker.command.CommandService;

/** The query-service looks at the same settings by the same check. */
class SettingsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server.port | 80800 | PAP_COMMAND_PORT or PAP_QUERY_PORT must be a whole number from 0 to 65535.
            pap.store-port | none | PAP_STORE_PORT must be a whole number from 0 to 65535.
            pap.rate-limit | many | PAP_RATE_LIMIT must be a whole number from 0 to 2147483647.
            pap.rate-limit | -1 | PAP_RATE_LIMIT must be a whole number from 0 to 2147483647.
            server.forward-headers-strategy | yes | PAP_FORWARD_HEADERS must be none or native.
            pap.public-address | plans.example.org | PAP_PUBLIC_ADDRESS must be a scheme, a host and perhaps a port, such as https://plans.example.org.
            pap.commit-signing-key | PRIVATE+KEY+cut+off | PAP_COMMIT_SIGNING_KEY is not a signing key
            pap.commit-keys | two words | "PAP_COMMIT_KEYS" or the file "commit-keys" holds what is no key
            pap.unsigned-up-to | yesterday | PAP_UNSIGNED_UP_TO is not a position
            pap.request-key | secret | PAP_REQUEST_KEY is not a key
            """)
    void one_that_can_not_be_meant_is_named_before_anything_is_made(String name, String value, String sentence) {
        assertThatThrownBy(() -> CommandService.start(directory, name, value)).hasMessage(sentence);
        assertThat(directory).isEmptyDirectory();
    }
}
