package org.paptracker.query.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle tree as RFC 6962, 2.1 defines it, word by word: recursive, slow, easy to compare with the text. Proofs are
 * verified as RFC 9162, 2.1.3.2 and 2.1.4.2 say. It shares no code with what it checks. Leaves are given as their
 * hashes, in order; the index of a leaf counts from 0.
 */
final class IndependentTree {
    private IndependentTree() {}

    static byte[] leaf(byte[] data) {
        return sha256(new byte[] {0}, data);
    }

    static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    static List<byte[]> leaves(List<byte[]> data) {
        return data.stream().map(IndependentTree::leaf).toList();
    }

    /** MTH: of no leaves, the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 0) return sha256();
        if (n == 1) return leaves.get(0);
        int k = split(n);
        return node(root(leaves.subList(0, k)), root(leaves.subList(k, n)));
    }

    /** PATH(m, D[n]): from the leaf's sibling up. */
    static List<byte[]> inclusion(int m, List<byte[]> leaves) {
        int n = leaves.size();
        if (n == 1) return List.of();
        int k = split(n);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, n);
        return m < k ? and(inclusion(m, left), root(right)) : and(inclusion(m - k, right), root(left));
    }

    /** PROOF(m, D[n]): that the first m leaves are a beginning of all n. Nothing needs proof for m = 0. */
    static List<byte[]> consistency(int m, List<byte[]> leaves) {
        return m == 0 ? List.of() : subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        int n = leaves.size();
        if (m == n) return known ? List.of() : List.of(root(leaves));
        int k = split(n);
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, n);
        return m <= k ? and(subproof(m, left, known), root(right)) : and(subproof(m - k, right, false), root(left));
    }

    /** Whether the path proves that the leaf is at this index of the tree with this root. */
    static boolean includes(long index, long size, byte[] leaf, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) return false;
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : path) {
            if (sn == 0) return false;
            if (isOdd(fn) || fn == sn) {
                r = node(p, r);
                while (!isOdd(fn) && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(r, root);
    }

    /** Whether the path proves that the tree with the first root is a beginning of the tree with the second. */
    static boolean isConsistent(long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> path) {
        if (from < 0 || from > to) return false;
        if (from == 0) return path.isEmpty() && Arrays.equals(fromRoot, sha256());
        if (from == to) return path.isEmpty() && Arrays.equals(fromRoot, toRoot);
        List<byte[]> rest = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) rest.add(0, fromRoot);
        if (rest.isEmpty()) return false;
        long fn = from - 1;
        long sn = to - 1;
        while (isOdd(fn)) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = rest.get(0);
        byte[] sr = rest.get(0);
        for (byte[] c : rest.subList(1, rest.size())) {
            if (sn == 0) return false;
            if (isOdd(fn) || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while (!isOdd(fn) && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, fromRoot) && Arrays.equals(sr, toRoot);
    }

    /** The largest power of two smaller than n, which is at least 2. */
    private static int split(int n) {
        int k = 1;
        while (2 * k < n) k *= 2;
        return k;
    }

    private static boolean isOdd(long n) {
        return (n & 1) == 1;
    }

    private static List<byte[]> and(List<byte[]> hashes, byte[] last) {
        List<byte[]> longer = new ArrayList<>(hashes);
        longer.add(last);
        return longer;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) sha256.update(part);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
