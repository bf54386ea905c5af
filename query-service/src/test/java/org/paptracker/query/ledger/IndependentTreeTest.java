package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick itself: the leaves, roots and proofs with which certificate transparency has been tested since 2013. */
class IndependentTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    private static final List<byte[]> KNOWN = IndependentTree.leaves(Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(HEX::parseHex)
            .toList());

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void has_the_well_known_roots(int size, String root) {
        assertThat(IndependentTree.root(KNOWN.subList(0, size))).isEqualTo(HEX.parseHex(root));
    }

    @Test
    void has_the_well_known_inclusion_path_of_the_first_of_eight() {
        assertThat(IndependentTree.inclusion(0, KNOWN).stream().map(HEX::formatHex))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    }

    @Test
    void has_the_well_known_consistency_proof_from_six_to_eight() {
        assertThat(IndependentTree.consistency(6, KNOWN).stream().map(HEX::formatHex))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    @Test
    void every_inclusion_path_proves_its_own_leaf_at_its_own_place_only() {
        for (int size = 1; size <= 33; size++) {
            List<byte[]> leaves = some(size);
            byte[] root = IndependentTree.root(leaves);
            for (int index = 0; index < size; index++) {
                byte[] leaf = leaves.get(index);
                List<byte[]> path = IndependentTree.inclusion(index, leaves);
                assertThat(IndependentTree.includes(index, size, leaf, path, root))
                        .isTrue();
                for (int other = 0; other < size; other++) {
                    assertThat(IndependentTree.includes(other, size, leaf, path, root))
                            .isEqualTo(other == index);
                }
                assertThat(IndependentTree.includes(index, size, leaf, damaged(path, size), root))
                        .isFalse();
                assertThat(IndependentTree.includes(index, size, leaf, longer(path), root))
                        .isFalse();
                assertThat(IndependentTree.includes(size, size, leaf, path, root))
                        .isFalse();
            }
        }
    }

    @Test
    void every_consistency_proof_proves_its_own_two_trees_only() {
        for (int to = 0; to <= 33; to++) {
            List<byte[]> leaves = some(to);
            byte[] root = IndependentTree.root(leaves);
            for (int from = 0; from <= to; from++) {
                byte[] older = IndependentTree.root(leaves.subList(0, from));
                byte[] wrong = IndependentTree.node(older, older);
                List<byte[]> proof = IndependentTree.consistency(from, leaves);
                assertThat(IndependentTree.isConsistent(from, to, older, root, proof))
                        .isTrue();
                assertThat(IndependentTree.isConsistent(from, to, wrong, root, proof))
                        .isFalse();
                assertThat(IndependentTree.isConsistent(from, to, older, root, longer(proof)))
                        .isFalse();
                assertThat(IndependentTree.isConsistent(to + 1, to, older, root, proof))
                        .isFalse();
                if (from > 0) {
                    assertThat(IndependentTree.isConsistent(from, to, older, wrong, proof))
                            .isFalse();
                }
                if (!proof.isEmpty()) {
                    assertThat(IndependentTree.isConsistent(from, to, older, root, damaged(proof, to)))
                            .isFalse();
                    assertThat(IndependentTree.isConsistent(from, to, older, root, List.of()))
                            .isFalse();
                }
            }
        }
    }

    private static List<byte[]> some(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> IndependentTree.leaf(new byte[] {(byte) i}))
                .toList();
    }

    /** One hash of it another; of an empty path, one hash too many. */
    private static List<byte[]> damaged(List<byte[]> path, int seed) {
        if (path.isEmpty()) return longer(path);
        List<byte[]> other = new ArrayList<>(path);
        int place = seed % path.size();
        other.set(place, IndependentTree.leaf(other.get(place)));
        return other;
    }

    private static List<byte[]> longer(List<byte[]> path) {
        List<byte[]> other = new ArrayList<>(path);
        other.add(IndependentTree.leaf(new byte[0]));
        return other;
    }
}
