package org.postern.admin.access;

/** What callers may do at this moment, for what goes on when the call is over. */
public interface Standing {
    /** {@return whether the caller may still do what takes this role, for the domains for which it was begun; true while nobody can know} */
    boolean covers(Caller caller, Role needed);
}
