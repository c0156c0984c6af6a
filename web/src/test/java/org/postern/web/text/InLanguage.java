package org.postern.web.text;

/** Does something as while a page is made. */
public final class InLanguage {
    private InLanguage() {}

    public static <T, X extends Throwable> T call(Language language, ScopedValue.CallableOp<T, X> doing) throws X {
        return ScopedValue.where(Texts.CURRENT, Texts.in(language)).call(doing);
    }
}
