package org.postern.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.postern.admin.content.ContentDesk;
import org.postern.admin.content.ShownMail;

import java.io.Serializable;
import java.util.Optional;

/** What is in one message that waits; which one, and how it is shown, stands in the address of the page. */
@Named
@ViewScoped
public class ContentView implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String HTML = "html";

    @Inject
    private transient ContentDesk desk;

    private String key = "";
    private String as = "";
    private transient Optional<ShownMail> mail;

    /** {@return what it is made of; null, for the page, if it is not asked for or waits no longer} */
    public ShownMail getMail() {
        if (mail == null) {
            mail = key.isEmpty() ? Optional.empty() : desk.look(key);
        }
        return mail.orElse(null);
    }

    /** {@return whether it is shown as HTML: where that is wanted, and where there is nothing else} */
    public boolean isHtml() {
        return getMail() != null && getMail().hasText(true) && (as.equals(HTML) || !getMail().hasText(false));
    }

    /** {@return the address of what the frame shows} */
    public String getFrame() {
        return new PageAddress("content/text").and("key", key).and("as", isHtml() ? HTML : "text").toString();
    }

    /** {@return what is looked at, as a part of an address} */
    public String getQuery() {
        return "look=" + Forms.encoded(key);
    }

    /** {@return a text of a stranger without what nobody sees, or what turns the direction of reading} */
    public String visible(String text) {
        return text.replaceAll("[\\p{C}&&[^\\t]]", "\uFFFD");
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key == null || key.indexOf('\0') >= 0 ? "" : key;
    }

    public String getAs() {
        return as;
    }

    public void setAs(String as) {
        this.as = as == null ? "" : as;
    }
}
