package org.postern.admin.access;

/** Whoever calls may not do this; nothing was done. */
public class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is not allowed, for the log. */
    public NotAllowedException(String what) {
        super(what);
    }
}
