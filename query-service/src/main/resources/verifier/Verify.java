import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.spec.X509EncodedKeySpec;
import java.util.*;
import java.util.regex.*;
import java.util.stream.Stream;

/**
 * Checks an export of the audit log without trusting the service that made it. It needs a JDK and nothing else.
 *
 * <p>Every entry of the log is hashed, the hashes are hashed in pairs, those again in pairs, up to one: the root (RFC
 * 6962). Changing, adding, dropping or moving an entry changes the root. A checkpoint is the number of entries and
 * their root, signed. Anyone who kept one can tell later whether the history it stood for is still there, unchanged.
 */
public final class Verify {
    private static final String HELP =
            """
            Checks an export of the audit log without trusting the service that made it.

            java Verify.java export.ndjson checkpoint.txt [older-checkpoint.txt ...] [leaves.txt] [texts.ndjson]
                             [key.txt]

            The export and its checkpoint come first. All others may be left out; they are known by what is in them.
            The service gives them here:

              /api/v1/audit/export          export.ndjson   every entry of the log, one on each line
              /api/v1/audit/checkpoint      checkpoint.txt  how many entries there are, and their root, signed
              /api/v1/audit/export/leaves   leaves.txt      a hash for each entry; names the entry that was changed
              /api/v1/audit/export/texts    texts.ndjson    the words that entries hold only as a digest
              /api/v1/audit/key             key.txt         who signs; compare it with a copy from somewhere else

            An older checkpoint is one that you kept, or that was printed at a stocktake. Keep today's for next time.
            To check all of an export, take it as far as the checkpoint goes: /api/v1/audit/export?to=SIZE.
            Ends with 0 only if a signed checkpoint over all entries given holds, with all else that was given.
            Ends with 1 if something does not hold, 2 if nothing could be checked, 3 if what was checked holds but
            something given was left unchecked, such as a signature without the key. The last lines say what.
            """;

    // What may be in the files, strictly: whole numbers start with no zero, base64 is padded and has no bits left over.
    private static final String WHOLE = "(?:0|[1-9][0-9]{0,17})";
    private static final String DATE = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";
    private static final String TIME = DATE + "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z";
    private static final String STRING = "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"";
    private static final String NAME = "[^\\p{IsWhite_Space}+\uFFFD]+";
    private static final String HASH = "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="; // 32 bytes
    private static final String SALT = "[A-Za-z0-9+/]{21}[AQgw]=="; // 16 bytes
    private static final String BASE64 =
            "(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?";
    private static final String SIGNATURE = "\u2014 " + NAME + " (?=\\S{8})" + BASE64;
    private static final Pattern KEY = pattern("(NAME)\\+([0-9a-f]{8})\\+(A[Q-Za-f][A-Za-z0-9+/]{42})\n?");
    private static final Pattern ENTRY = pattern("\\{'position':(?<position>WHOLE),'id':STRING,"
            + "'recordedAt':'(?<time>TIME)','stream':(?<stream>STRING|null),'sequence':(?<sequence>WHOLE),"
            + "'type':(?<type>STRING),'revision':(?:STRING|null),'payload':(?<payload>\\{.*}),'metadata':(?<metadata>\\{.*})}");
    private static final Pattern TEXT = pattern("\\{'position':(?<position>WHOLE),'field':(?<field>STRING),"
            + "'digest':'(?<digest>sha256:[0-9a-f]{64})'(?:,'salt':'(?<salt>SALT)','text':(?<words>STRING)"
            + "|,'redactedOn':'(?<day>DATE)','ground':'(?<ground>[A-Z_]+)')?}");
    // Nobody's words can look like this in an entry: inside a JSON string the quotes would be escaped.
    private static final Pattern DIGEST = pattern("\\{'digest':'(sha256:[^']*)'}");
    private static final Pattern PLACE = pattern("'digest':'(sha256:[^']*)'"); // in the entry of a redaction
    private static final Pattern ESCAPE = pattern("\\\\(?:u(....)|(.))");
    private static final HexFormat HEX = HexFormat.of();

    private static Pattern pattern(String form) {
        String named = form.replace('\'', '"').replace("WHOLE", WHOLE).replace("STRING", STRING).replace("TIME", TIME);
        return Pattern.compile(named.replace("DATE", DATE).replace("SALT", SALT).replace("NAME", NAME), Pattern.DOTALL);
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
        } catch (IllegalArgumentException | IOException | GeneralSecurityException e) {
            out.println("It could not be checked: " + e.getMessage());
            return 2;
        }
    }

    private final PrintStream out;
    private long wrongs;
    private String worst;
    private final List<String> unchecked = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    private void holds(String sentence, Object... values) {
        say("[holds] " + sentence.formatted(values));
    }

    private void note(String sentence, Object... values) {
        say("[note]  " + sentence.formatted(values));
    }

    /** Something that was given, or that the verdict would have to rest on, and that nobody looked at. */
    private void left(String sentence, Object... values) {
        note("Not checked: " + sentence, values);
        unchecked.add(sentence.formatted(values));
    }

    private void wrong(String sentence, Object... values) {
        if (wrongs++ == 0) worst = sentence.formatted(values);
        if (wrongs <= 20) say("[WRONG] " + sentence.formatted(values));
    }

    /** Names come from the files: none may draw on the screen, or start a line of its own. */
    private void say(String sentence) {
        out.println(sentence.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?"));
    }

    private int verdict() {
        if (wrongs > 20) say("[WRONG] %d more like these.".formatted(wrongs - 20));
        if (changed != null) worst = changed;
        if (texts == null) note("The words were not given. An entry holds words only as a digest.");
        out.println();
        if (wrongs > 0) {
            say("It does not hold: " + worst);
            return 1;
        }
        for (String each : checked) say("Checked: " + each);
        for (String each : unchecked) say("Not checked: " + each);
        say(unchecked.isEmpty() ? "All of it holds." : "What was checked holds, but not all of it was checked.");
        return unchecked.isEmpty() ? 0 : 3;
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
        for (Path file : files) need(Files.isRegularFile(file) && Files.isReadable(file), "%s cannot be read.", file);
        export = files.get(0);
        newest = Checkpoint.read(files.get(1));
        for (Path file : files.subList(2, files.size())) {
            String[] lines = head(file).split("\n", 3);
            if (lines.length > 1 && lines[1].matches("[0-9]+")) all.add(Checkpoint.read(file));
            else if (lines[0].startsWith("{")) texts = only(texts, file);
            else if (lines[0].matches(HASH)) leaves = only(leaves, file);
            else if (lines[0].matches(NAME + "\\+[0-9a-f]{8}\\+\\S+")) key = only(key, file);
            else if (Files.size(file) == 0 && texts == null) texts = file; // an empty log has no texts and no leaves
            else if (Files.size(file) == 0) leaves = only(leaves, file);
            else need(false, file, 1, "this is no checkpoint, no leaves, no texts and no key");
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
                verifier.update((origin + "\n" + size + "\n" + root + "\n").getBytes(StandardCharsets.UTF_8));
                return verifier.verify(signature, 4, signature.length - 4);
            } catch (GeneralSecurityException e) {
                return false; // not even the form of a signature
            }
        }
    }

    private int signed; // so many checkpoints are signed with the key that was given

    private void checkSignatures() throws IOException, GeneralSecurityException {
        for (Checkpoint each : all) {
            if (!each.origin.equals(newest.origin)) wrong("%s is not of the same log as %s.", each.file, newest.file);
        }
        if (key == null) {
            left("the signatures. Get the key from /api/v1/audit/key and give that file too.");
            return;
        }
        Matcher parts = KEY.matcher(head(key));
        need(parts.matches(), key, 1, "this is not how an Ed25519 key reads");
        byte[] typed = Base64.getDecoder().decode(parts.group(3)); // a 1, for Ed25519, and the key
        byte[] number = Arrays.copyOf(sha256((parts.group(1) + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        need(HEX.formatHex(number).equals(parts.group(2)), key, 1, "the number is not that of the key");
        byte[] x509 = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(typed, 1, 33)); // RFC 8410
        PublicKey ed25519 = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
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
                signed++;
            } else {
                wrong("The signature of %s is false: the key in %s never signed this.", each.file, key);
            }
        }
        if (signed > 0) checked.add("the signatures of %d checkpoints, with the key in %s.".formatted(signed, key));
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
        if (made.size > newest.size) left("%d lines of %s that came after %s.", made.size - newest.size, leaves, newest.file);
        if (fits == newest || fits != null && made.size < newest.size) return;
        wrong("%s does not belong to %s.", leaves, newest.file);
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
                byte[] leaf = sha256(Tree.LEAF, line);
                tree.add(leaf);
                if (changed == null && tree.size <= trusted && !Arrays.equals(leaf, known.nextHash())) {
                    changed = "Entry %d is not what was recorded.".formatted(tree.size);
                }
                if (broken == null) broken = whatIsBroken(tree.size, line);
            }
        }
        if (broken == null && missing > 0) broken = "Entry %d is missing.".formatted(missing);
        if (broken != null) wrong("%s", broken);
        else holds("The first %d lines of %s are entries, in order, none missing.", tree.size, export);
        if (later > 0) left("%d entries of %s that came after %s.", later, export, newest.file);
        checked.add("%d of %d entries given, against %s.".formatted(tree.size, tree.size + later, newest.file));
    }

    private String whatIsBroken(long n, byte[] line) {
        Matcher entry = ENTRY.matcher(utf8(line));
        if (!entry.matches()) return missing > 0 ? null : "Line %d of %s is not an entry.".formatted(n, export);
        long position = position(entry);
        if (missing > 0 && position == missing) return "Entry %d is out of order, on line %d.".formatted(missing, n);
        if (missing > 0) return null;
        if (position < n) return "Entry %d is there again on line %d.".formatted(position, n);
        if (position > n) missing = n; // or only out of order: then it comes yet
        if (position > n) return null;
        String before = lastTime;
        lastTime = entry.group("time");
        if (lastTime.compareTo(before) < 0) return "Entry %d was recorded before the entry above it.".formatted(n);
        if (entry.group("stream").equals("null")) return null;
        String stream = unescaped(entry.group("stream"));
        long due = nextOfStream.merge(stream, 1L, Long::sum) - 1;
        long sequence = Long.parseLong(entry.group("sequence"));
        if (sequence == due) return null;
        return "Entry %d is number %d of %s, where number %d is due.".formatted(n, sequence, stream, due);
    }

    // ---- 5. The history: is it the one that each of the checkpoints stands for?

    private static final String NOW = "The first %d entries are those that %s stands for.";
    private static final String OTHER = "The first %d entries are not those that %s stands for.";
    private static final String OLD = "The history that the checkpoint of %d entries stood for is unchanged (%s).";
    private static final String NEW =
            "The history was rewritten: it is not what the checkpoint of %d entries stood for (%s).";

    private void checkHistory() {
        long good = 0; // up to here the entries are those of a checkpoint
        Checkpoint bad = null; // the first that stands for others
        for (Checkpoint each : all) {
            if (each.size > newest.size) {
                String cut = "%s counts %d entries, %s only %d: some were taken away, or the newest is not first.";
                wrong(cut, each.file, each.size, newest.file, newest.size);
            } else if (each.size > tree.size) {
                wrong("%s counts %d entries, %s has only %d.", each.file, each.size, export, tree.size);
            } else if (tree.is(each)) {
                if (each.size == 0) note("%s is of an empty log: it says nothing of any entry.", each.file);
                holds(each == newest ? NOW : OLD, each.size, each.file);
                if (bad == null) good = each.size;
            } else {
                wrong(each != newest && tree.is(newest) ? NEW : OTHER, each.size, each.file);
                if (bad == null) bad = each;
            }
        }
        if (changed != null) {
            wrong("%s", changed);
        } else if (bad != null) {
            note("The first entry that differs is between entry %d and entry %d.", good + 1, bad.size);
            if (tree.is(newest)) note("Leaves that were kept with %s would name it.", bad.file);
            else if (leaves == null) note("The leaves file names it: get it from /api/v1/audit/export/leaves.");
        }
    }

    // ---- 6. Texts: an entry holds SHA-256(salt, words). Both lie beside it, so that the words can be forgotten

    private void checkTexts() throws IOException {
        if (texts != null && broken != null) note("Texts were not checked, because the export is not in order.");
        if (texts == null || broken != null) return;
        long before = wrongs;
        long genuine = 0;
        long later = 0;
        List<Gone> redacted = new ArrayList<>();
        Map<String, Long> explained = new HashMap<>(); // digests of words taken out, and which entry says so
        try (Lines entries = new Lines(export);
                Lines lines = new Lines(texts)) {
            Matcher text = nextText(lines, 1);
            for (long n = 1; n <= tree.size; n++) { // both files are in the order of entries
                List<String> digests = new ArrayList<>();
                Matcher entry = ENTRY.matcher(utf8(entries.next()));
                need(entry.matches(), export, n, "this changed while it was read");
                for (String part : List.of("payload", "metadata")) {
                    DIGEST.matcher(entry.group(part)).results().forEach(found -> digests.add(found.group(1)));
                }
                explain(entry, n, explained);
                for (; text != null && position(text) == n; text = nextText(lines, n)) {
                    String field = unescaped(text.group("field"));
                    if (!digests.remove(text.group("digest"))) {
                        wrong("Entry %d does not hold the digest on line %d of %s.", n, lines.number, texts);
                    } else if (text.group("day") != null) {
                        redacted.add(new Gone(n, field, text.group("digest")));
                        String day = text.group("day");
                        String ground = text.group("ground").toLowerCase(Locale.ROOT).replace('_', ' ');
                        note("The words of entry %d (%s) were taken out on %s: %s.", n, field, day, ground);
                    } else if (text.group("salt") == null) {
                        wrong("The words of entry %d (%s) are gone, and nothing says why.", n, field);
                    } else if (isGenuine(text)) {
                        genuine++;
                    } else {
                        wrong("The words of entry %d (%s) are not those that were recorded.", n, field);
                    }
                }
                for (String digest : digests) wrong("The words of entry %d for %s are not in %s.", n, digest, texts);
            }
            for (; text != null; text = nextText(lines, position(text))) later++;
            byte[] line = entries.next();
            for (long n = tree.size + 1; line != null; n++, line = entries.next()) {
                Matcher entry = ENTRY.matcher(utf8(line));
                if (entry.matches()) explain(entry, n, explained);
            }
        }
        for (Gone gone : redacted) {
            long by = explained.getOrDefault(gone.digest, 0L);
            if (by == 0) wrong("The words of entry %d (%s) are gone, and no entry says so.", gone.entry, gone.field);
            if (by > tree.size) left("entry %d, which says so and came after %s.", by, newest.file);
        }
        if (wrongs == before) holds("Texts: %d as recorded, %d taken out.", genuine, redacted.size());
        checked.add("the words of the entries, in %s.".formatted(texts));
        if (later > 0) left("%d texts of %s, of entries that came after.", later, texts);
    }

    private record Gone(long entry, String field, String digest) {}

    private static void explain(Matcher entry, long n, Map<String, Long> explained) {
        if (!entry.group("type").equals("\"content-redacted\"")) return;
        PLACE.matcher(entry.group("payload")).results().forEach(place -> explained.putIfAbsent(place.group(1), n));
    }

    /** Null after the last; it cannot be of an entry before {@code least}. */
    private static Matcher nextText(Lines lines, long least) throws IOException {
        byte[] line = lines.next();
        if (line == null) return null;
        Matcher text = TEXT.matcher(utf8(line));
        need(text.matches(), lines.file, lines.number, "this is not how a text reads");
        need(position(text) >= least, lines.file, lines.number, "its entry should have come before");
        return text;
    }

    private static long position(Matcher line) {
        return Long.parseLong(line.group("position"));
    }

    private static boolean isGenuine(Matcher text) {
        byte[] salt = Base64.getDecoder().decode(text.group("salt"));
        byte[] hash = sha256(salt, unescaped(text.group("words")).getBytes(StandardCharsets.UTF_8));
        return text.group("digest").equals("sha256:" + HEX.formatHex(hash));
    }

    // ---- The tree: RFC 6962, 2.1. Of what is behind us it keeps the roots of complete subtrees, the largest first

    private static final class Tree {
        private static final byte[] NODE = {1};
        private static final byte[] LEAF = {0};
        private final List<byte[]> peaks = new ArrayList<>();
        private final Map<Long, byte[]> roots = new HashMap<>(); // at the sizes of the checkpoints
        private long size;

        Tree(List<Checkpoint> asked) {
            for (Checkpoint each : asked) roots.put(each.size, sha256()); // until then: of no entries
        }

        void add(byte[] leaf) {
            byte[] peak = leaf;
            // Each 1 that ends the size in binary is a subtree as large as the one at hand: the two become one.
            for (long rest = size; rest % 2 == 1; rest /= 2) peak = sha256(NODE, peaks.remove(peaks.size() - 1), peak);
            peaks.add(peak);
            size++;
            if (roots.containsKey(size)) roots.put(size, root());
        }

        private byte[] root() {
            byte[] root = peaks.get(peaks.size() - 1);
            for (int i = peaks.size() - 2; i >= 0; i--) root = sha256(NODE, peaks.get(i), root);
            return root;
        }

        boolean is(Checkpoint checkpoint) {
            byte[] root = roots.get(checkpoint.size);
            return size >= checkpoint.size && Base64.getEncoder().encodeToString(root).equals(checkpoint.root);
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

    // ---- Reading: what is not exactly as it should be is refused, never guessed at

    /** Where a file is not what it should be, nothing can be said of the log. */
    private static void need(boolean condition, String sentence, Object... values) {
        if (!condition) throw new IllegalArgumentException(sentence.formatted(values));
    }

    private static void need(boolean condition, Path file, long line, String what) {
        need(condition, "%s, line %d: %s.", file, line, what);
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
