package org.postern.admin.kept;

import org.postern.sentence.Sentence;

import java.util.List;

/**
 * What would become of what is kept if a file took its place.
 *
 * @param problems of the file; where there is one, nothing can be done with it
 * @param changes what would be done, kind by kind
 * @param lost kinds of which there would be nothing any more; that is done only where somebody says that it is meant
 * @param warnings what would be deleted beside, a sentence each
 * @param state names this file together with what is kept now: what is confirmed is this
 */
public record Preview(List<Flaw> problems, List<Difference> changes, List<Sentence> lost, List<Sentence> warnings,
        String state) {
    public Preview {
        lost = List.copyOf(lost);
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
        changes = List.copyOf(changes);
    }

    /** {@return one with something wrong} */
    static Preview wrong(List<Flaw> problems) {
        return new Preview(problems, List.of(), List.of(), List.of(), "");
    }

    /**
     * What is wrong, and where.
     *
     * @param line from 1; 0 where it is about the whole file
     * @param column from 1; 0 likewise
     */
    public record Flaw(int line, int column, Sentence message) {}

    /**
     * One change.
     *
     * @param change what is done, in a word: added, changed, moved, removed
     * @param kind of what
     * @param thing which
     * @param before the lines of it that go
     * @param after the lines of it that come, or where it goes
     */
    public record Difference(String change, Sentence kind, String thing, List<String> before, List<Sentence> after) {
        public Difference {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** {@return the first of the changes, so many at most} */
    public List<Difference> first(int most) {
        return changes.subList(0, Math.min(most, changes.size()));
    }

    /** {@return how many changes there are of each kind, in a sentence} */
    public Sentence summary() {
        return Sentence.joined(", ", List.of(count("added", Sentence.form("auditImportXAdded", "{0} added")),
                count("changed", Sentence.form("auditImportXChanged", "{0} changed")),
                count("moved", Sentence.form("auditImportXMoved", "{0} moved")),
                count("removed", Sentence.form("auditImportXRemoved", "{0} removed"))));
    }

    private Sentence count(String change, Sentence.Form said) {
        return said.with(Long.toString(changes.stream().filter(line -> line.change().equals(change)).count()));
    }
}
