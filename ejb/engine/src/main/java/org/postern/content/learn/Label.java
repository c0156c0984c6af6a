package org.postern.content.learn;

/** What a person, or a trap, says of a message. */
public enum Label {
    HAM, SPAM
}
