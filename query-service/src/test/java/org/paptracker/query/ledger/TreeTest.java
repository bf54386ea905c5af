package org.paptracker.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tree on the published vectors of certificate transparency, and on sizes by chance against its own proofs. */
class TreeTest {
    private static final List<Hash> EIGHT = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(hex -> Hash.leaf(HexFormat.of().parseHex(hex)))
            .toList();

    /** The tree over the first {@code size} of {@code leaves}, in memory. */
    static Tree over(List<Hash> leaves, long size) {
        return new Tree(
                (height, index) -> {
                    assertThat((index + 1) << height).as("a complete subtree").isLessThanOrEqualTo(size);
                    return complete(leaves, height, (int) index);
                },
                size);
    }

    private static Hash complete(List<Hash> leaves, int height, int index) {
        if (height == 0) return leaves.get(index);
        return Hash.node(complete(leaves, height - 1, 2 * index), complete(leaves, height - 1, 2 * index + 1));
    }

    static List<Hash> leaves(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] line = new byte[random.nextInt(40)];
                    random.nextBytes(line);
                    return Hash.leaf(line);
                })
                .toList();
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(Proving.bytes(hash));
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(TreeTest::hex).toList();
    }

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
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void has_the_published_root(int size, String root) {
        assertThat(hex(over(EIGHT, size).root())).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "5, 8, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 3, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "1, 5, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    })
    void has_the_published_inclusion_proofs(int index, int size, String path) {
        assertThat(String.join(" ", hex(over(EIGHT, size).inclusion(index)))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
                + " 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "6, 8, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "2, 5, 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
                + " bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "6, 7, 0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
                + " b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
                + " d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "0, 8, ''",
    })
    void has_the_published_consistency_proofs(int from, int to, String path) {
        assertThat(String.join(" ", hex(over(EIGHT, to).consistency(from)))).isEqualTo(path);
    }

    @Test
    void every_proof_of_every_small_tree_proves_and_nothing_else_does() {
        List<Hash> leaves = leaves(40, 1);
        for (int size = 1; size <= 40; size++) {
            Tree tree = over(leaves, size);
            for (int index = 0; index < size; index++) {
                List<Hash> path = tree.inclusion(index);
                assertThat(Proving.includes(leaves.get(index), index, size, path, tree.root()))
                        .isTrue();
                assertThat(Proving.includes(leaves.get((index + 1) % 40), index, size, path, tree.root()))
                        .isFalse();
                for (List<Hash> bent : bent(path)) {
                    assertThat(Proving.includes(leaves.get(index), index, size, bent, tree.root()))
                            .isFalse();
                }
            }
            for (int from = 1; from <= size; from++) {
                Hash earlier = over(leaves, from).root();
                List<Hash> path = tree.consistency(from);
                assertThat(Proving.continues(from, earlier, size, tree.root(), path))
                        .isTrue();
                for (List<Hash> bent : bent(path)) {
                    assertThat(Proving.continues(from, earlier, size, tree.root(), bent))
                            .isFalse();
                }
            }
        }
    }

    /** One hash changed, left out or added. */
    private static List<List<Hash>> bent(List<Hash> path) {
        List<List<Hash>> all = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            List<Hash> changed = new ArrayList<>(path);
            changed.set(i, Hash.EMPTY);
            all.add(changed);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(i);
            all.add(shorter);
        }
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.EMPTY);
        all.add(longer);
        return all;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void larger_trees_are_those_of_the_independent_check(long seed) {
        Random random = new Random(seed);
        List<Hash> leaves = leaves(3_000 + random.nextInt(2_000), seed);
        List<byte[]> bytes = Proving.bytes(leaves);
        for (int look = 0; look < 20; look++) {
            int size = 1 + random.nextInt(leaves.size());
            int from = 1 + random.nextInt(size);
            int index = random.nextInt(size);
            Tree tree = over(leaves, size);

            assertThat(Proving.bytes(tree.root())).isEqualTo(IndependentTree.root(bytes.subList(0, size)));
            assertThat(tree.inclusion(index))
                    .isEqualTo(Proving.hashes(IndependentTree.inclusion(index, bytes.subList(0, size))));
            assertThat(tree.consistency(from))
                    .isEqualTo(Proving.hashes(IndependentTree.consistency(from, bytes.subList(0, size))));
        }
    }

    @Test
    void there_is_no_proof_of_what_is_not_there() {
        Tree tree = over(EIGHT, 5);

        assertThatThrownBy(() -> tree.inclusion(5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.inclusion(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(6)).isInstanceOf(IllegalArgumentException.class);
    }
}
