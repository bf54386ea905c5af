package org.paptracker.query.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signs checkpoints as the C2SP texts on signed notes and checkpoints say, with the JDK only. */
final class IndependentSigner {
    final String name;
    private final KeyPair keys;

    IndependentSigner(String name) throws GeneralSecurityException {
        this.name = name;
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    String key() throws GeneralSecurityException {
        return "%s+%s+%s\n".formatted(name, HexFormat.of().formatHex(keyId()), base64(typedKey()));
    }

    String checkpoint(List<String> lines) throws GeneralSecurityException {
        return signed(text(name, lines));
    }

    static String text(String origin, List<String> lines) {
        List<byte[]> data = lines.stream()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
        return "%s\n%d\n%s\n"
                .formatted(origin, lines.size(), base64(IndependentTree.root(IndependentTree.leaves(data))));
    }

    String signed(String text) throws GeneralSecurityException {
        return text + "\n" + signature(text);
    }

    /** The line of the signature, with its end. */
    String signature(String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return "\u2014 %s %s\n".formatted(name, base64(joined(keyId(), signature.sign())));
    }

    private byte[] keyId() throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(sha256.digest(typedKey()), 4);
    }

    /** A 1 and the public key, which is the end of what X.509 says of it. */
    private byte[] typedKey() {
        byte[] x509 = keys.getPublic().getEncoded();
        return joined(new byte[] {1}, Arrays.copyOfRange(x509, x509.length - 32, x509.length));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
