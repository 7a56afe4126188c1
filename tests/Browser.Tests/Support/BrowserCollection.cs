namespace ClickUpMcp.Browser.Tests.Support;

/// <summary>All tests share one browser; each has a context of its own in it.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
