package org.postern.admin.content;

import org.postern.mail.Content;
import org.postern.mail.DomainSet;

import java.io.IOException;

/** Mail that lies somewhere else than where mail waits. */
@FunctionalInterface
public interface OtherMail {
    /** What is read of it. */
    @FunctionalInterface
    interface Reading {
        /**
         * Reads it.
         *
         * @param name under which people know it
         * @param content readable until this returns
         */
        void of(String name, Content content) throws IOException;
    }

    /** Reads one; {@return whether there is one with this key that is of these domains alone} */
    boolean look(String key, DomainSet domains, Reading reading);
}
