package org.paptracker.query.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.paptracker.platform.http.Problem;
import org.paptracker.platform.http.Refused;
import org.paptracker.platform.security.RequiresRight;
import org.paptracker.platform.security.Right;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints, and the proofs between them. All hashes are in base64. */
@RestController
@RequestMapping("/api/v1/audit")
class LedgerApi {
    static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final NoteSigner signer;

    LedgerApi(Ledger ledger, Checkpoints checkpoints, NoteSigner signer) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.signer = signer;
    }

    /** @param size of how many entries; by default all so far */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint(@RequestParam @Nullable Long size) {
        return text(size == null ? checkpoints.latest() : checkpoints.at(size));
    }

    /** What checkpoints are verified with. */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/key")
    ResponseEntity<String> key() {
        return text(signer.verifierKey() + "\n");
    }

    record Inclusion(long position, long size, String leafHash, String root, List<String> hashes) {}

    /**
     * That the entry at a position is in the checkpoint of a size.
     *
     * @param size by default of all entries so far
     */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/proof/{position}")
    Inclusion inclusion(@PathVariable long position, @RequestParam @Nullable Long size) {
        long all = ledger.size();
        long of = size == null ? all : size;
        if (position < 1) throw new Refused(Problem.malformed("position", "must be 1 or more"));
        if (position > all) throw Checkpoints.beyondEnd(all);
        Tree tree = checkpoints.treeOf("size", of);
        if (position > of) throw Checkpoints.notAmong(position, of, all);
        return new Inclusion(
                position,
                of,
                tree.subtrees().root(0, position - 1).base64(),
                tree.root().base64(),
                base64(tree.inclusion(position - 1)));
    }

    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> hashes) {}

    /**
     * That one checkpoint continues another.
     *
     * @param from size of the earlier one
     * @param to size of the later one; by default of all entries so far
     */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam @Nullable Long to) {
        long later = to == null ? ledger.size() : to;
        Tree after = checkpoints.treeOf("to", later);
        Tree before = checkpoints.treeOf("from", from);
        if (from > later) throw new Refused(Problem.malformed("from", "must not be more than \"to\""));
        return new Consistency(
                from, later, before.root().base64(), after.root().base64(), base64(after.consistency(from)));
    }

    /** The program that checks all this without us: one file of Java, for doubters to read and run. */
    @RequiresRight(Right.CHECK_LEDGER)
    @GetMapping("/verifier")
    ResponseEntity<Resource> verifier() {
        Resource source = new ClassPathResource("verifier/Verify.java");
        if (!source.exists()) {
            throw new Refused(Problem.of(404, "request.no-such-path", "This version comes without the verifier."));
        }
        return ResponseEntity.ok().contentType(TEXT).body(source);
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().contentType(TEXT).body(text);
    }

    private static List<String> base64(List<Hash> hashes) {
        return hashes.stream().map(Hash::base64).toList();
    }
}
