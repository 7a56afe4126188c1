using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Authorization.Pages.Html;

/// <summary>The style of all pages, and the hash by which the content security policy knows it.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet.</summary>
    public const string Sheet = """
        :root{color-scheme:light dark;--ground:#eef1f5;--card:#fff;--text:#1b2430;--soft:#515c6b;--line:#cfd6df;--fill:#f4f6f9;
        --allow:#1558b0;--deny:#3d4856;--on:#fff;--focus:#1558b0;--warn:#fff4d6;--warn-line:#b98900;--bad:#a8201a}
        @media (prefers-color-scheme:dark){:root{--ground:#10151b;--card:#1a212a;--text:#e7ecf2;--soft:#aab4c2;--line:#3a4553;
        --fill:#222b36;--allow:#8fbcff;--deny:#c9d2de;--on:#0d1520;--focus:#8fbcff;--warn:#3a300f;--warn-line:#e0b53c;--bad:#ff9c94}}
        *{box-sizing:border-box}
        html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        body{margin:0;padding:1rem;background:var(--ground);color:var(--text);overflow-wrap:anywhere}
        header,main,footer{max-width:34rem;margin:0 auto}
        header{display:flex;flex-wrap:wrap;gap:0 .5rem;padding:.5rem 0 1rem}
        header span,footer{color:var(--soft)}
        main{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.5rem}
        h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25}
        h2{margin:0;font-size:1.125rem}
        /* A name stays within its own box, whatever marks are stacked on its letters. */
        bdi{display:inline-block;max-width:100%;overflow:hidden;vertical-align:bottom}
        p{margin:0 0 1rem}
        .soft{color:var(--soft);font-size:.9375rem}
        .note{padding:.75rem 1rem;border-left:.3rem solid var(--warn-line);border-radius:.25rem;background:var(--warn)}
        .done{padding:.75rem 1rem;border-left:.3rem solid var(--allow);border-radius:.25rem;background:var(--fill)}
        dl{margin:0 0 1rem;padding:.25rem 1rem;background:var(--fill);border:1px solid var(--line);border-radius:.5rem}
        dt{margin-top:.5rem;color:var(--soft);font-size:.875rem}
        dd{margin:0 0 .5rem}
        dd .soft{display:block}
        fieldset{margin:0 0 1rem;padding:0;border:0}
        legend{padding:0;margin-bottom:.25rem;font-weight:600}
        .choice{display:flex;gap:.75rem;align-items:flex-start;min-height:2.75rem;padding:.625rem 0;border-top:1px solid var(--line);cursor:pointer}
        .choice input{flex:none;width:1.375rem;height:1.375rem;margin:.0625rem 0 0;accent-color:var(--allow)}
        .choice strong,.choice .soft{display:block}
        .buttons{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
        button{flex:1 1 8rem;min-height:2.75rem;padding:.625rem 1rem;border:2px solid transparent;border-radius:.5rem;background:var(--deny);
        color:var(--on);font:inherit;font-weight:600;cursor:pointer}
        button.allow{background:var(--allow)}
        button.quiet{flex:0 1 auto;border-color:var(--line);background:transparent;color:var(--text)}
        :focus-visible{outline:3px solid var(--focus);outline-offset:3px}
        .choice:focus-within{border-radius:.25rem}
        .apps{margin:0;padding:0;list-style:none}
        .apps>li{padding:1.25rem 0;border-top:1px solid var(--line)}
        .apps dl{margin:.75rem 0}
        @media (min-width:40rem){body{padding:2.5rem 1rem}main{padding:2rem}
        dl{display:grid;grid-template-columns:auto 1fr;gap:.375rem 1.25rem;padding:.75rem 1rem}dt,dd{margin:0}dt{line-height:1.7}}
        """;

    /// <summary>Its hash, as a source of a content security policy.</summary>
    public static string Hash { get; } =
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet)));
}
