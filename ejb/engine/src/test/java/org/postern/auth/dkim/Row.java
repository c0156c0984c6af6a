package org.postern.auth.dkim;

import java.util.function.UnaryOperator;

/**
 * One row of the table: what is done to a good message, and what its first signature comes to.
 *
 * @param reason a part of it
 */
record Row(String name, UnaryOperator<Scene> change, ResultWord word, String reason) {
    @Override
    public String toString() {
        return name + ": " + word.text();
    }

    static Row pass(String name, UnaryOperator<Scene> change) {
        return new Row(name, change, ResultWord.PASS, "key");
    }

    static Row fail(String name, UnaryOperator<Scene> change, String reason) {
        return new Row(name, change, ResultWord.FAIL, reason);
    }

    static Row broken(String name, UnaryOperator<Scene> change, String reason) {
        return new Row(name, change, ResultWord.PERMERROR, reason);
    }

    static Row policy(String name, UnaryOperator<Scene> change, String reason) {
        return new Row(name, change, ResultWord.POLICY, reason);
    }

    static Row temporary(String name, UnaryOperator<Scene> change, String reason) {
        return new Row(name, change, ResultWord.TEMPERROR, reason);
    }

    static Row neutral(String name, UnaryOperator<Scene> change, String reason) {
        return new Row(name, change, ResultWord.NEUTRAL, reason);
    }
}
