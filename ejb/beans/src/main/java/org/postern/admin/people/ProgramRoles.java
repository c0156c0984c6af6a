package org.postern.admin.people;

import org.postern.admin.access.Role;

/** What programs may do at this moment. */
public interface ProgramRoles {
    /** {@return whether there is a token of this name, whose time is not over, and whose role covers that one} */
    boolean covers(String token, Role needed);
}
