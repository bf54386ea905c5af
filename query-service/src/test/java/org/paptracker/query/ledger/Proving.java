package org.paptracker.query.ledger;

import java.util.List;

/** Asks the independent tree about hashes of this one. */
final class Proving {
    private Proving() {}

    static byte[] bytes(Hash hash) {
        byte[] bytes = new byte[Hash.LENGTH];
        hash.copyTo(bytes, 0);
        return bytes;
    }

    static List<byte[]> bytes(List<Hash> hashes) {
        return hashes.stream().map(Proving::bytes).toList();
    }

    static List<Hash> hashes(List<byte[]> bytes) {
        return bytes.stream().map(each -> Hash.at(each, 0)).toList();
    }

    static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        return IndependentTree.includes(index, size, bytes(leaf), bytes(path), bytes(root));
    }

    static boolean continues(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        return IndependentTree.isConsistent(first, second, bytes(firstRoot), bytes(secondRoot), bytes(proof));
    }
}
