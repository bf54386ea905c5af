import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.time.*;
import java.time.format.DateTimeFormatter;
import java.util.*;
import java.util.regex.*;
import java.util.stream.Stream;

/**
 * Checks an export of the audit log without trusting the service that made it. It needs a JDK and nothing else.
 *
 * <p>Every entry of the log is hashed, the hashes are hashed in pairs, those again in pairs, up to one: the root (RFC
 * 6962). Whoever changes, adds, drops or moves an entry changes the root. A checkpoint is the number of entries and their
 * root, signed. Who kept one can tell at any later time whether the history it stood for is still there, unchanged.
 *
 * <p>In the order of what is checked: 1 the files, 2 signatures, 3 leaves, 4 the export, 5 the history, 6 texts. Below
 * them is what they use: the tree, and reading.
 */
public final class Verify {
    private static final String HELP =
            """
            Checks an export of the audit log without trusting the service that made it.

            java Verify.java export.ndjson checkpoint.txt [older-checkpoint.txt ...] [leaves.txt] [texts.ndjson] [key.txt]

            The export and its checkpoint come first. All others may be left out; they are known by what is in them.
            The service gives them here:

              /api/v1/audit/export          export.ndjson   every entry of the log, one on each line
              /api/v1/audit/checkpoint      checkpoint.txt  how many entries there are, and their root, signed
              /api/v1/audit/export/leaves   leaves.txt      a hash for each entry; names the entry that was changed
              /api/v1/audit/export/texts    texts.ndjson    the words that entries hold only as a digest
              /api/v1/audit/key             key.txt         who signs; compare it with a copy from somewhere else

            An older checkpoint is one that you kept, or that was printed at a stocktake. Keep today's for next time.
            Ends with 0 if all of it holds, 1 if something does not, 2 if it could not be checked.
            """;

    // What may be in the files, strictly: whole numbers start with no zero, base64 is padded and has no bits left over.
    private static final String WHOLE = "(?:0|[1-9][0-9]{0,17})";
    private static final String NAME = "[^\\p{IsWhite_Space}+\uFFFD]+";
    private static final String HASH = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="; // 32 bytes
    private static final String SALT = "[A-Za-z0-9+/]{21}[AQgw]=="; // 16 bytes
    private static final String BASE64 =
            "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?";
    private static final String STRING =
            "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"";
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(....)|(.))");
    private static final Pattern KEY = Pattern.compile("(" + NAME + ")\\+([0-9a-f]{8})\\+(A[Q-Za-f][A-Za-z0-9+/]{42})\n?");
    private static final String SIGNATURE = "\u2014 " + NAME + " (?=\\S{8})" + BASE64;
    private static final Pattern ENTRY = line("\\{'position':(WHOLE),'id':STRING,"
            + "'recordedAt':'([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z)','stream':(STRING|null),'sequence':(WHOLE),"
            + "'type':STRING,'revision':(?:STRING|null),'payload':(\\{.*}),'metadata':\\{.*}}");
    private static final Pattern TEXT = line("\\{'position':(WHOLE),'field':(STRING),'digest':'(sha256:[0-9a-f]{64})',"
            + "(?:'salt':'(SALT)','text':(STRING)|'redactedOn':'([0-9-]{10})','ground':'([A-Z_]+)')}");
    // Nobody's words can look like this in an entry: inside a JSON string the quotes would be escaped.
    private static final Pattern DIGEST = Pattern.compile("\\{\"digest\":\"(sha256:[^\"]*)\"}");

    private static Pattern line(String form) {
        String quoted = form.replace('\'', '"').replace("SALT", SALT);
        return Pattern.compile(quoted.replace("WHOLE", WHOLE).replace("STRING", STRING), Pattern.DOTALL);
    }

    public static void main(String[] args) {
        System.exit(run(System.out, args));
    }

    /** Answers the exit code. */
    static int run(PrintStream out, String... args) {
        try {
            if (List.of(args).contains("--help")) {
                out.print(HELP);
                return 0;
            }
            need(args.length >= 2, "An export and its checkpoint are needed. See --help.");
            Verify verify = new Verify(out, Stream.of(args).map(Path::of).toList());
            verify.checkSignatures();
            verify.checkLeaves();
            verify.checkExport();
            verify.checkHistory();
            verify.checkTexts();
            return verify.verdict();
        } catch (CouldNotCheck | IOException e) {
            out.println("It could not be checked: " + e.getMessage());
            return 2;
        }
    }

    private final PrintStream out;
    private final List<String> problems = new ArrayList<>();
    private long wrongs;

    private void holds(String sentence, Object... values) {
        out.println("[holds] " + sentence.formatted(values));
    }

    private void note(String sentence, Object... values) {
        out.println("[note]  " + sentence.formatted(values));
    }

    private void wrong(String sentence, Object... values) {
        if (++wrongs > 20) return;
        problems.add(sentence.formatted(values));
        out.println("[WRONG] " + sentence.formatted(values));
    }

    private int verdict() {
        if (wrongs > 20) out.println("[WRONG] %d more like these.".formatted(wrongs - 20));
        String worst = changed != null || problems.isEmpty() ? changed : problems.get(0);
        out.println("\n" + (worst == null ? "All of it holds." : "It does not hold: " + worst));
        return worst == null ? 0 : 1;
    }

    // ---- 1. The files: the first two by their place, the others by what is in them

    private final Path export;
    private final Checkpoint newest;
    private final List<Checkpoint> all = new ArrayList<>(); // by size, the newest last
    private Path leaves;
    private Path texts;
    private Path key;

    private Verify(PrintStream out, List<Path> files) throws IOException {
        this.out = out;
        for (Path file : files) need(Files.isRegularFile(file), "%s cannot be read.", file);
        export = files.get(0);
        newest = Checkpoint.read(files.get(1));
        for (Path file : files.subList(2, files.size())) {
            String[] lines = head(file).split("\n", 3);
            if (lines.length > 1 && lines[1].matches("[0-9]+")) all.add(Checkpoint.read(file));
            else if (lines[0].startsWith("{")) texts = only(texts, file);
            else if (lines[0].matches(HASH)) leaves = only(leaves, file);
            else if (lines[0].matches(NAME + "\\+[0-9a-f]{8}\\+\\S+")) key = only(key, file);
            else if (Files.size(file) > 0) need(false, file, 1, "this is no checkpoint, no leaves, no texts and no key");
            else if (texts == null) texts = file; // an empty log has no texts and no leaves
            else leaves = only(leaves, file);
        }
        all.sort(Comparator.comparingLong(Checkpoint::size));
        all.add(newest);
    }

    private static Path only(Path known, Path file) {
        need(known == null, "%s and %s are of the same kind. Give one of them.", known, file);
        return file;
    }

    // ---- 2. Signatures on checkpoints (C2SP tlog-checkpoint and signed-note)

    private record Checkpoint(Path file, String origin, long size, String root, List<String> signatures) {
        /** Origin, size, root, an empty line, signatures, each with the end of its line, and nothing else. */
        static Checkpoint read(Path file) throws IOException {
            List<String> form = List.of("[^\\p{Cntrl}\uFFFD]+", WHOLE, HASH, "", SIGNATURE);
            String[] lines = head(file).split("\n", -1);
            int last = Math.max(5, lines.length - 1);
            for (int i = 0; i < last; i++) {
                boolean isWhole = i < lines.length - 1 && lines[i].matches(form.get(Math.min(i, 4)));
                need(isWhole, file, i + 1, "this is not how a checkpoint reads");
            }
            need(lines[last].isEmpty(), file, last + 1, "this is not how a checkpoint reads");
            List<String> signatures = List.of(lines).subList(4, last);
            return new Checkpoint(file, lines[0], Long.parseLong(lines[1]), lines[2], signatures);
        }

        boolean isSigned(PublicKey ed25519, byte[] signature) {
            try {
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(ed25519);
                verifier.update("%s\n%d\n%s\n".formatted(origin, size, root).getBytes(StandardCharsets.UTF_8));
                return verifier.verify(signature, 4, signature.length - 4);
            } catch (GeneralSecurityException e) {
                return false; // not even the form of a signature
            }
        }
    }

    private void checkSignatures() throws IOException {
        for (Checkpoint each : all) {
            if (!each.origin.equals(newest.origin)) wrong("%s is not of the same log as %s.", each.file, newest.file);
        }
        if (key == null) {
            note("Signatures were not checked. Get the key from /api/v1/audit/key and give that file too.");
            return;
        }
        Matcher parts = KEY.matcher(head(key));
        need(parts.matches(), key, 1, "this is not how an Ed25519 key reads");
        byte[] typed = Base64.getDecoder().decode(parts.group(3)); // a 1, for Ed25519, and the key
        byte[] number = Arrays.copyOf(sha256((parts.group(1) + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        need(hex(number).equals(parts.group(2)), key, 1, "the number of the key is not the one that belongs to it");
        PublicKey ed25519 = publicKey(Arrays.copyOfRange(typed, 1, 33));
        for (Checkpoint each : all) {
            // Others may sign too. A signature by a key that is not known here says nothing and is passed over.
            List<byte[]> own = each.signatures.stream()
                    .filter(line -> line.startsWith("\u2014 " + parts.group(1) + " "))
                    .map(line -> Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1)))
                    .filter(signature -> Arrays.equals(Arrays.copyOf(signature, 4), number))
                    .toList();
            if (own.isEmpty() || !each.origin.equals(parts.group(1))) {
                wrong("%s is not signed with the key in %s.", each.file, key);
            } else if (own.stream().allMatch(signature -> each.isSigned(ed25519, signature))) {
                holds("%s is signed with the key in %s.", each.file, key);
            } else {
                wrong("The signature of %s is false: the key in %s never signed this.", each.file, key);
            }
        }
    }

    private PublicKey publicKey(byte[] raw) {
        try {
            byte[] x509 = HexFormat.of().parseHex("302a300506032b6570032100" + hex(raw)); // RFC 8410
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
        } catch (GeneralSecurityException e) {
            throw new CouldNotCheck("%s, line 1: this is not an Ed25519 key.".formatted(key));
        }
    }

    // ---- 3. Leaves: the hash of each entry. They say something only as far as they make the root of a checkpoint

    private long trusted; // so many leaves are those of a checkpoint

    private void checkLeaves() throws IOException {
        if (leaves == null) return;
        Tree made = new Tree(all);
        try (Lines lines = new Lines(leaves)) {
            for (byte[] leaf = lines.nextHash(); leaf != null; leaf = lines.nextHash()) made.add(leaf);
        }
        // Leaves that were kept with an older checkpoint still tell what was there then.
        Checkpoint fits = null;
        for (Checkpoint each : all) {
            if (made.is(each) && (each.size > trusted || each == newest)) fits = each;
            if (fits == each) trusted = each.size;
        }
        if (fits != null) holds("The first %d lines of %s belong to %s.", trusted, leaves, fits.file);
        if (fits == null || made.size >= newest.size && fits != newest) wrong("%s does not belong to %s.", leaves, newest.file);
    }

    // ---- 4. The export, line by line. What is kept is the tree's peaks, and one number for each stream

    private Tree tree;
    private String changed; // which entry is not what its leaf says, in words
    private String broken; // which line is the first to break a rule, in words
    private long missing; // the first entry that was not where it should be
    private String lastTime = "";
    private final Map<String, Long> nextOfStream = new HashMap<>();

    private void checkExport() throws IOException {
        tree = new Tree(all);
        long later = 0; // recorded after the checkpoint, which says nothing of them
        try (Lines lines = new Lines(export);
                Lines known = trusted == 0 ? null : new Lines(leaves)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                if (tree.size == newest.size) {
                    later++;
                    continue;
                }
                byte[] leaf = sha256(new byte[] {0}, line);
                tree.add(leaf);
                if (changed == null && tree.size <= trusted && !Arrays.equals(leaf, known.nextHash())) {
                    changed = "Entry %d is not what was recorded.".formatted(tree.size);
                }
                if (broken == null) broken = whatIsBroken(tree.size, line);
            }
        }
        if (broken == null && missing > 0) broken = "Entry %d is missing.".formatted(missing);
        if (broken != null) wrong("%s", broken);
        else holds("Lines 1 to %d of %s are entries, in order, none missing.", tree.size, export);
        if (later > 0) note("%d more lines came after %s and were not checked.", later, newest.file);
    }

    private String whatIsBroken(long n, byte[] line) {
        Matcher entry = ENTRY.matcher(utf8(line));
        if (!entry.matches() || !isTime(entry.group(2))) return "Line %d of %s is not an entry.".formatted(n, export);
        long position = Long.parseLong(entry.group(1));
        if (missing > 0 && position == missing) return "Entry %d is out of order, on line %d.".formatted(missing, n);
        if (missing > 0) return null;
        if (position < n) return "Entry %d is there again on line %d.".formatted(position, n);
        if (position > n) missing = n; // or only out of order: then it comes yet
        if (position > n) return null;
        String time = entry.group(2);
        if (time.compareTo(lastTime) < 0) return "Entry %d was recorded before the entry above it.".formatted(n);
        lastTime = time;
        if (entry.group(3).equals("null")) return null;
        long due = nextOfStream.merge(entry.group(3), 1L, Long::sum) - 1;
        if (Long.parseLong(entry.group(4)) == due) return null;
        return "Entry %d is number %s of %s, where number %d is due.".formatted(n, entry.group(4), unescaped(entry.group(3)), due);
    }

    // ---- 5. The history: is it the one that each of the checkpoints stands for?

    private void checkHistory() {
        long good = 0; // up to here the entries are those of a checkpoint
        Checkpoint bad = null; // the first that stands for others
        for (Checkpoint each : all) {
            if (each.size > newest.size) {
                wrong("%s counts %d entries, %s only %d.", each.file, each.size, newest.file, newest.size);
            } else if (each.size > tree.size) {
                wrong("%s counts %d entries, %s has only %d.", each.file, each.size, export, tree.size);
            } else if (tree.is(each)) {
                if (each == newest) holds("The %d entries are those that %s stands for.", each.size, each.file);
                else holds("The history that the checkpoint of %d entries stood for is unchanged (%s).", each.size, each.file);
                if (bad == null) good = each.size;
            } else {
                String sentence = each != newest && tree.is(newest)
                        ? "The history was rewritten: the checkpoint of %d entries stood for another (%s)."
                        : "The %d entries are not those that %s stands for.";
                wrong(sentence, each.size, each.file);
                if (bad == null) bad = each;
            }
        }
        if (changed != null) {
            wrong("%s", changed);
        } else if (bad != null) {
            note("The first entry that differs is between entry %d and entry %d.", good + 1, bad.size);
            if (tree.is(newest)) note("Leaves that were kept with %s would name it.", bad.file);
            else if (leaves == null) note("Leaves name it: get them from /api/v1/audit/export/leaves and give that file too.");
        }
    }

    // ---- 6. Texts: an entry holds SHA-256(salt, words). Both lie beside it, so that the words can be forgotten

    private record Text(long position, String field, String digest, String computed, String redaction) {
        private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

        /** The next one, or null; it cannot be of an entry before {@code least}. */
        static Text next(Lines lines, long least) throws IOException {
            byte[] line = lines.next();
            if (line == null) return null;
            Matcher text = TEXT.matcher(utf8(line));
            need(text.matches(), lines.file, lines.number, "this is not how a text reads");
            long position = Long.parseLong(text.group(1));
            need(position >= least, lines.file, lines.number, "its entry should have come before");
            String computed = null;
            String redaction = null;
            if (text.group(4) != null) {
                String words = unescaped(text.group(5));
                byte[] salt = Base64.getDecoder().decode(text.group(4));
                computed = "sha256:" + hex(sha256(salt, words.getBytes(StandardCharsets.UTF_8)));
            } else {
                String day = text.group(6);
                need(isTime(day + "T00:00:00.000Z"), lines.file, lines.number, "there is no such day");
                redaction = DAY.format(LocalDate.parse(day)) + ": " + text.group(7).toLowerCase(Locale.ROOT).replace('_', ' ');
            }
            return new Text(position, unescaped(text.group(2)), text.group(3), computed, redaction);
        }
    }

    private void checkTexts() throws IOException {
        if (texts != null && broken != null) note("Texts were not checked, because the export is not in order.");
        if (texts == null || broken != null) return;
        long before = wrongs;
        long genuine = 0;
        long redacted = 0;
        long later = 0;
        try (Lines entries = new Lines(export);
                Lines lines = new Lines(texts)) {
            Text text = Text.next(lines, 1);
            for (long n = 1; n <= tree.size; n++) { // both files are in the order of entries
                Matcher entry = ENTRY.matcher(utf8(entries.next()));
                List<String> digests = new ArrayList<>();
                if (entry.matches()) DIGEST.matcher(entry.group(5)).results().forEach(found -> digests.add(found.group(1)));
                for (; text != null && text.position == n; text = Text.next(lines, n)) {
                    if (!digests.remove(text.digest)) {
                        wrong("Entry %d does not hold the digest on line %d of %s.", n, lines.number, texts);
                    } else if (text.redaction != null) {
                        redacted++;
                        note("The words of entry %d (%s) were taken out on %s.", n, text.field, text.redaction);
                    } else if (text.digest.equals(text.computed)) {
                        genuine++;
                    } else {
                        wrong("The words of entry %d (%s) are not those that were recorded.", n, text.field);
                    }
                }
                for (String digest : digests) wrong("The words of entry %d for %s are not in %s.", n, digest, texts);
            }
            for (; text != null; text = Text.next(lines, text.position)) later++;
        }
        if (wrongs == before) holds("Texts: %d as recorded, %d taken out.", genuine, redacted);
        if (later > 0) note("Texts of later entries were not checked: %d.", later);
    }

    // ---- The tree: RFC 6962, 2.1. Of what is behind us it keeps the roots of complete subtrees, the largest first

    private static final class Tree {
        private final List<byte[]> peaks = new ArrayList<>();
        private final Map<Long, byte[]> roots = new HashMap<>(); // at the sizes of the checkpoints
        private long size;

        Tree(List<Checkpoint> asked) {
            for (Checkpoint each : asked) roots.put(each.size, sha256()); // the root of no entries, until there are some
        }

        void add(byte[] leaf) {
            byte[] peak = leaf;
            // Each 1 that ends the size in binary is a subtree as large as the one at hand: the two become one.
            for (long rest = size; rest % 2 == 1; rest /= 2) peak = node(peaks.remove(peaks.size() - 1), peak);
            peaks.add(peak);
            size++;
            if (roots.containsKey(size)) roots.put(size, root());
        }

        private byte[] root() {
            byte[] root = peaks.get(peaks.size() - 1);
            for (int i = peaks.size() - 2; i >= 0; i--) root = node(peaks.get(i), root);
            return root;
        }

        boolean is(Checkpoint checkpoint) {
            byte[] root = roots.get(checkpoint.size);
            return size >= checkpoint.size && Base64.getEncoder().encodeToString(root).equals(checkpoint.root);
        }

        private static byte[] node(byte[] left, byte[] right) {
            return sha256(new byte[] {1}, left, right);
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) sha256.update(part);
            return sha256.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    // ---- Reading: what is not exactly as it should be is refused, never guessed at

    /** A file is not what it should be. Nothing can be said of the log then. */
    private static final class CouldNotCheck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CouldNotCheck(String sentence) {
            super(sentence);
        }
    }

    private static void need(boolean condition, String sentence, Object... values) {
        if (!condition) throw new CouldNotCheck(sentence.formatted(values));
    }

    private static void need(boolean condition, Path file, long line, String what) {
        need(condition, "%s, line %d: %s.", file, line, what);
    }

    private static boolean isTime(String text) {
        try {
            return Instant.parse(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Empty if it is not UTF-8, so that it is refused as what it should have been. */
    private static String utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : "";
    }

    /** What a JSON string says, from quote to quote. */
    private static String unescaped(String json) {
        return ESCAPE.matcher(json.substring(1, json.length() - 1)).replaceAll(escape -> {
            String code = escape.group(1);
            char c = code != null
                    ? (char) HexFormat.fromHexDigits(code)
                    : "\"\\/\b\f\n\r\t".charAt("\"\\/bfnrt".indexOf(escape.group(2)));
            return Matcher.quoteReplacement(String.valueOf(c));
        });
    }

    /** Enough to know a file by, and more than any checkpoint has. */
    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(100_000), StandardCharsets.UTF_8);
        }
    }

    /** Lines as bytes, without their newline. */
    private static final class Lines extends BufferedInputStream {
        private final Path file;
        private long number;

        Lines(Path file) throws IOException {
            super(Files.newInputStream(file), 1 << 16);
            this.file = file;
        }

        byte[] next() throws IOException {
            int c = read();
            if (c < 0) return null;
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            for (; c >= 0 && c != '\n'; c = read()) line.write(c);
            number++;
            return line.toByteArray();
        }

        byte[] nextHash() throws IOException {
            byte[] line = next();
            if (line == null) return null;
            String base64 = utf8(line);
            need(base64.matches(HASH), file, number, "this is not how a hash reads");
            return Base64.getDecoder().decode(base64);
        }
    }
}
