namespace ClickUpMcp.Authorization.Pages.Html;

/// <summary>An element that was started; disposing it writes its end.</summary>
internal readonly ref struct OpenElement(HtmlWriter writer)
{
    public void Dispose() => writer.Close();
}
