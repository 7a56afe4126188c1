namespace ClickUpMcp.Authorization.Tests;

/// <summary>The words that clients ask for.</summary>
public sealed class ScopesTests
{
    [Fact]
    public void Each_scope_is_listed_once() => Scopes.All.ShouldBeUnique();
}
