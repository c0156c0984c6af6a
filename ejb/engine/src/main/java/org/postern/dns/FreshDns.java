package org.postern.dns;

import java.util.function.Supplier;

/**
 * The DNS without what is remembered of it, for a person who wants to see what has just been changed.
 *
 * @param opened gives another one, with an empty memory, each time
 */
public record FreshDns(Supplier<SenderDns> opened) {
    public SenderDns open() {
        return opened.get();
    }
}
