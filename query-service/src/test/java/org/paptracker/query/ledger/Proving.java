package org.paptracker.query.ledger;

import java.util.Iterator;
import java.util.List;

/** Whether proofs prove anything: the algorithms of RFC 9162, 2.1.3.2 and 2.1.4.2, word for word. */
final class Proving {
    private Proving() {}

    static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index >= size) return false;
        long fn = index;
        long sn = size - 1;
        Hash r = leaf;
        for (Hash p : path) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                r = Hash.node(p, r);
                if ((fn & 1) == 0) {
                    while ((fn & 1) == 0 && fn != 0) {
                        fn >>= 1;
                        sn >>= 1;
                    }
                }
            } else {
                r = Hash.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r.equals(root);
    }

    static boolean continues(long first, Hash firstRoot, long second, Hash secondRoot, List<Hash> proof) {
        if (first == second) return proof.isEmpty() && firstRoot.equals(secondRoot);
        if (first == 0 || first > second || proof.isEmpty()) return false;
        Iterator<Hash> path = proof.iterator();
        Hash fr = Long.bitCount(first) == 1 ? firstRoot : path.next();
        Hash sr = fr;
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        while (path.hasNext()) {
            Hash c = path.next();
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hash.node(c, fr);
                sr = Hash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = Hash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
    }
}
