package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes and keys as Go's {@code golang.org/x/mod/sumdb/note} documents them. */
class NoteSignerTest {
    private static final String KEY = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    @Test
    void signs_the_published_note_as_published() {
        NoteSigner signer = NoteSigner.parse(KEY);

        assertThat(signer.name()).isEqualTo("PeterNeumann");
        assertThat(signer.verifierKey())
                .isEqualTo("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        assertThat(
                        signer.sign(
                                "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"))
                .isEqualTo("""
                        If you think cryptography is the answer to your problem,
                        then you don't know what your problem is.

                        \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                        """);
    }

    @Test
    void a_new_key_is_named_by_chance_and_reads_back() {
        NoteSigner one = NoteSigner.make("paptracker.local", new SecureRandom());
        NoteSigner other = NoteSigner.make("paptracker.local", new SecureRandom());

        assertThat(one.name()).matches("paptracker\\.local/[0-9a-f]{8}").isNotEqualTo(other.name());
        assertThat(one.signerKey()).isNotEqualTo(other.signerKey());
        NoteSigner read = NoteSigner.parse(one.signerKey() + "\n");
        assertThat(read.verifierKey()).isEqualTo(one.verifierKey());
        assertThat(read.sign("text\n")).isEqualTo(one.sign("text\n"));
    }

    @Test
    void does_not_show_its_secret() {
        assertThat(NoteSigner.parse(KEY))
                .hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNewmann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF0",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AoEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr",
                "PRIVATE+KEY+PeterNeumann+c74f20a3+!",
                "PRIVATE+KEY+Peter Neumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
                "PRIVATE+KEY+PeterNeumann+c74f20a3"
            })
    void what_is_no_key_is_refused_without_being_repeated(String key) {
        assertThatThrownBy(() -> NoteSigner.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No signer key of the form PRIVATE+KEY+name+id+base64")
                .hasNoCause();
    }
}
