package org.postern.content.learn;

/**
 * What kind of feature: the first part of its name.
 *
 * @param name with a colon at its end, such as {@code subject:}
 * @param state of the hash behind it
 */
record Tag(String name, int state) {
    static Tag of(String name) {
        return new Tag(name + ":", Feature.begin(name + ":"));
    }
}
