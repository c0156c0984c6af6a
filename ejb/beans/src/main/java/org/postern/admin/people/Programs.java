package org.postern.admin.people;

import org.postern.admin.access.Remit;

/** What programs may do at this moment: never more than whoever has made their token. */
public interface Programs {
    /** {@return whether there is a token of this name that is good, and allows that} */
    boolean covers(String token, Remit needed);

    /** Ends the tokens that this person has made, and those that were made by them; {@return how many} */
    int endAllOf(String person);
}
