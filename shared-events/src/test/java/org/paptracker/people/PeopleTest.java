package org.paptracker.people;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paptracker.log.Store;
import org.paptracker.people.People.Person;

class PeopleTest {
    @TempDir
    static Path directory;

    private static Store store;
    private People people;

    @BeforeAll
    static void open() {
        store = Store.in(directory);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void fresh() {
        people = People.writing(store.database());
    }

    @Test
    void a_person_has_one_pseudonym_whatever_their_name_is() {
        String pseudonym = people.pseudonym("s-1", "born");

        assertThat(Pseudonym.is(pseudonym)).isTrue();
        assertThat(people.pseudonym("s-1", "married")).isEqualTo(pseudonym);
        assertThat(people.pseudonym("s-1", "married")).isEqualTo(pseudonym);
        assertThat(people.all()).containsOnly(Map.entry(pseudonym, new Person("married", 1)));
    }

    @Test
    void two_people_of_one_name_have_two() {
        assertThat(people.pseudonym("s-1", "same")).isNotEqualTo(people.pseudonym("s-2", "same"));
    }

    @Test
    void nothing_leads_back_to_a_person_who_was_forgotten() {
        String pseudonym = people.pseudonym("s-1", "name");
        people.forget(pseudonym);
        people.forget(pseudonym);

        assertThat(people.person(pseudonym)).isNull();
        assertThat(people.all()).isEmpty();
        assertThat(people.pseudonym("s-1", "name")).isNotEqualTo(pseudonym);
    }

    @Test
    void what_is_no_pseudonym_is_nobodys() {
        assertThat(people.person("office")).isNull();
        assertThat(Pseudonym.is("person-office")).isFalse();
    }

    @Test
    void a_person_who_acts_in_many_places_at_once_for_the_first_time_has_one() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(6);
        try {
            List<Callable<String>> acts = IntStream.range(0, 24)
                    .<Callable<String>>mapToObj(i -> () -> people.pseudonym("s-1", "name " + i % 3))
                    .toList();
            Set<String> pseudonyms = new HashSet<>();
            for (Future<String> act : many.invokeAll(acts)) pseudonyms.add(act.get());
            assertThat(pseudonyms).hasSize(1);
            assertThat(people.all().values().stream().map(Person::name).collect(Collectors.toSet()))
                    .hasSize(1)
                    .allMatch(name -> name.startsWith("name "));
            assertThat(requireNonNull(people.person(pseudonyms.iterator().next()))
                            .renamed())
                    .isPositive();
        } finally {
            many.shutdownNow();
        }
    }
}
