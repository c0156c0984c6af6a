package org.postern.web.page;

import jakarta.faces.context.FacesContext;

import java.util.Optional;

/** What pages with a form of their own have in common. */
final class Forms {
    private Forms() {}

    /** {@return what a field holds; Faces has null for an empty one} */
    static String given(String text) {
        return Optional.ofNullable(text).orElse("");
    }

    /** {@return who is logged in} */
    static String person() {
        return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
    }

    /** {@return whether it went well, once the page says so, or what is wrong} */
    static boolean tell(Optional<String> fault, String done) {
        FacesContext faces = FacesContext.getCurrentInstance();
        fault.ifPresentOrElse(text -> Notices.fault(faces, text), () -> Notices.done(faces, done));
        return fault.isEmpty();
    }
}
