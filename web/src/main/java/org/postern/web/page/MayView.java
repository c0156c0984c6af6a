package org.postern.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.postern.admin.access.Caller;
import org.postern.admin.access.Role;

/** What the person may do, by which pages leave out what they may not. The services refuse it all the same. */
@Named("may")
@RequestScoped
public class MayView {
    /** {@return whether they may act on mail and destinations, and see content} */
    public boolean isOperate() {
        return covers(Role.OPERATOR);
    }

    /** {@return whether they may do everything} */
    public boolean isAdministrate() {
        return covers(Role.ADMINISTRATOR);
    }

    /** {@return whether they are not limited to some domains} */
    public boolean isEverywhere() {
        return Caller.ofWhom().isAll();
    }

    private static boolean covers(Role needed) {
        return Caller.current().filter(caller -> caller.role().covers(needed)).isPresent();
    }
}
