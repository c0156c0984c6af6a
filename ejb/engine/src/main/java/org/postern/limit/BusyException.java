package org.postern.limit;

/** So many have it at this moment that somebody who came was sent away. Nothing was done; the message says in a sentence to try again. */
public class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BusyException(String words) {
        super(words);
    }
}
