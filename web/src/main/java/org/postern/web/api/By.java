package org.postern.web.api;

import org.postern.admin.access.Caller;

/** Who acts, as stories and lists show it. */
public final class By {
    private By() {}

    public static String name() {
        return Caller.current().map(Caller::name).orElse("");
    }
}
