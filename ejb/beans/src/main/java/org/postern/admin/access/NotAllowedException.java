package org.postern.admin.access;

/** Whoever calls may not do this; nothing was done. */
public class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAllowedException(String what) {
        super(what);
    }
}
