using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using ClickUpMcp.Authorization.Pages;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Tests.Pages;

/// <summary>What pages say, how they are built, and the headers they are sent with.</summary>
public sealed class PageTests
{
    [Fact]
    [Trait("Requirement", "H-10")]
    public void The_policy_allows_only_the_style_sheet_of_the_page_and_its_forms()
    {
        foreach (Page page in SamplePages.All("Notes"))
        {
            string sheet = Document(page).Descendants("style").Single().Value;
            string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
            string forms = Document(page).Descendants("form").Any()
                ? "'self' https://app.example.com http://127.0.0.1:5000"
                : "'none'";

            page.ContentSecurityPolicy.ShouldBe(
                $"default-src 'none'; style-src 'sha256-{hash}'; form-action {forms}; frame-ancestors 'none'; base-uri 'none'"
            );
        }
    }

    [Fact]
    [Trait("Requirement", "H-10")]
    public async Task Every_page_is_sent_with_headers_that_keep_it_from_being_framed_stored_or_guessed_at()
    {
        foreach (Page page in SamplePages.All("Notes"))
        {
            IHeaderDictionary headers = (await SendAsync(page, isHttps: true)).Headers;

            headers.ContentType.ToString().ShouldBe("text/html; charset=utf-8");
            headers.CacheControl.ToString().ShouldBe("no-store");
            headers.ContentSecurityPolicy.ToString().ShouldBe(page.ContentSecurityPolicy);
            headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
            headers.XFrameOptions.ToString().ShouldBe("DENY");
            headers["Referrer-Policy"].ToString().ShouldBe("no-referrer");
            headers["Cross-Origin-Resource-Policy"].ToString().ShouldBe("same-origin");
            headers.StrictTransportSecurity.ToString().ShouldBe("max-age=31536000");
        }
    }

    [Fact]
    [Trait("Requirement", "H-10")]
    public async Task Only_https_promises_https()
    {
        HttpResponse response = await SendAsync(SamplePages.Done(), isHttps: false);

        response.Headers.StrictTransportSecurity.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_steps_of_a_sign_in_leave_their_window_to_the_client_that_opened_it()
    {
        (await OpenerPolicyAsync(SamplePages.Consent())).ShouldBe("unsafe-none");
        (await OpenerPolicyAsync(SamplePages.Workspaces())).ShouldBe("unsafe-none");
        (await OpenerPolicyAsync(SamplePages.ConnectedApps())).ShouldBe("same-origin");
        (await OpenerPolicyAsync(SamplePages.Error())).ShouldBe("same-origin");
    }

    [Fact]
    public void Every_page_has_a_language_a_title_one_main_part_and_one_heading_and_nothing_that_runs()
    {
        foreach (Page page in SamplePages.All("Notes"))
        {
            XElement root = Document(page);

            root.Attribute("lang").ShouldNotBeNull().Value.ShouldBe("en");
            root.Descendants("title").Single().Value.ShouldEndWith("mcp.example.org");
            root.Descendants("main").Single().Descendants("h1").Single().Value.ShouldNotBeEmpty();
            root.Descendants().Attributes().ShouldAllBe(attribute => !attribute.Name.LocalName.StartsWith("on"));
            root.Descendants().Attributes("href").ShouldBeEmpty();
            root.Descendants().Attributes("src").ShouldBeEmpty();
            root.Descendants("script").ShouldBeEmpty();
        }
    }

    [Fact]
    [Trait("Requirement", "O-03")]
    public void Every_form_is_posted_with_the_token_that_ties_it_to_the_browser()
    {
        List<XElement> forms = [.. SamplePages.All("Notes").SelectMany(page => Document(page).Descendants("form"))];

        forms.Count.ShouldBe(5);
        foreach (XElement form in forms)
        {
            form.Attribute("method").ShouldNotBeNull().Value.ShouldBe("post");
            Field(form, FormFields.Token).Single().Attribute("value").ShouldNotBeNull().Value.ShouldBe("form-token");
        }
    }

    [Fact]
    [Trait("Requirement", "O-03")]
    public void Consent_names_the_client_the_place_that_gets_access_and_each_scope_in_words()
    {
        string text = Text(SamplePages.Consent());

        text.ShouldContain("Allow Notes to use your ClickUp?");
        text.ShouldContain("Unverified");
        text.ShouldContain("notes.example");
        text.ShouldContain("Read tasks");
        text.ShouldNotContain("Delete tasks");
        text.ShouldContain("ClickUp asks you next");
        text.ShouldNotContain("your own device");
    }

    [Fact]
    [Trait("Requirement", "O-03")]
    public void Consent_warns_of_a_program_on_the_same_device_and_says_who_vouches_for_a_name()
    {
        Text(SamplePages.Consent(isLoopback: true)).ShouldContain("any program there can ask like this");
        string vouched = Text(SamplePages.Consent(verifiedHost: "notes.example"));
        vouched.ShouldContain("The name is given by notes.example");
        vouched.ShouldNotContain("Unverified");
    }

    [Fact]
    [Trait("Requirement", "O-03")]
    public void Denying_comes_first_and_looks_like_allowing()
    {
        List<XElement> buttons = [.. Document(SamplePages.Consent()).Descendants("button")];

        buttons.Select(button => button.Attribute("value")!.Value).ShouldBe([FormFields.Deny, FormFields.Allow]);
        buttons.ShouldAllBe(button => button.Attribute("name")!.Value == FormFields.Decision);
    }

    [Fact]
    public void No_workspace_is_ticked_for_the_person_and_none_chosen_is_said()
    {
        XElement page = Document(SamplePages.Workspaces(isNothingChosen: true));

        Field(page, FormFields.Workspace).Select(field => field.Attribute("value")!.Value).ShouldBe(["9015", "9016"]);
        Field(page, FormFields.Workspace).Attributes("checked").ShouldBeEmpty();
        page.Descendants()
            .Single(element => element.Attribute("role")?.Value == "alert")
            .Value.ShouldContain("Tick at least one");
    }

    [Fact]
    public void Each_connected_app_has_a_button_that_names_its_grant()
    {
        XElement button = Document(SamplePages.ConnectedApps())
            .Descendants("button")
            .Single(button => button.Attribute("name")?.Value == FormFields.Grant);

        button.Attribute("value")!.Value.ShouldBe("grant-1");
        button.Value.ShouldBe("Disconnect Notes");
    }

    [Fact]
    public void Every_scope_has_words() => Scopes.All.Select(scope => Text(Consent(scope))).ShouldBeUnique();

    private static Page Consent(string scope) =>
        new HtmlPages("mcp.example.org").Consent(new("Notes", null, "notes.example", false, [scope], SamplePages.Form));

    private static IEnumerable<XElement> Field(XElement page, string name) =>
        page.Descendants("input").Where(input => input.Attribute("name")?.Value == name);

    private static string Text(Page page) => Document(page).Element("body")!.Value;

    private static XElement Document(Page page) => PageMarkup.Read(page);

    private static async Task<HttpResponse> SendAsync(Page page, bool isHttps)
    {
        DefaultHttpContext context = new();
        Page.SetHeaders(context.Response, isHttps);
        await page.SendAsync(context.Response, 200, TestContext.Current.CancellationToken);
        return context.Response;
    }

    private static async Task<string> OpenerPolicyAsync(Page page) =>
        (await SendAsync(page, isHttps: true)).Headers["Cross-Origin-Opener-Policy"].ToString();
}
