package org.paptracker.query.platform.projection;

import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.paptracker.people.People;
import org.paptracker.people.People.Person;
import org.paptracker.people.Pseudonym;
import org.springframework.stereotype.Component;

/**
 * How a reader is told of people: the one place that puts a name to a pseudonym. It asks the directory for each answer
 * that names somebody, so that who was renamed or forgotten is so at once. ADR 25.
 */
@Component
public class Names {
    private final People people;

    Names(People people) {
        this.people = people;
    }

    /**
     * For one answer.
     *
     * @param signedIn whether the reader has signed in; all others are told roles and organisations
     */
    public UnaryOperator<Who> of(boolean signedIn) {
        if (!signedIn) return Who::byRole;
        Supplier<Map<String, Person>> directory = new Once(people);
        return who -> {
            if (!Pseudonym.is(who.person())) return who.called(who.person(), 0);
            Person person = directory.get().get(who.person());
            return person == null ? who.forgotten() : who.called(person.name(), person.renamed());
        };
    }

    /** Read when first asked for. An answer is made by one thread. */
    private static final class Once implements Supplier<Map<String, Person>> {
        private final People people;
        private @Nullable Map<String, Person> read;

        Once(People people) {
            this.people = people;
        }

        @Override
        public Map<String, Person> get() {
            Map<String, Person> known = read;
            if (known == null) {
                known = people.all();
                read = known;
            }
            return known;
        }
    }
}
