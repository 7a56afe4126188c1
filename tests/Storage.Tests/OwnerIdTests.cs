namespace ClickUpMcp.Storage.Tests;

/// <summary>How a person is called in a store.</summary>
public sealed class OwnerIdTests
{
    [Fact]
    public void A_ClickUp_user_is_always_the_same_owner() =>
        OwnerId.Of("183").ShouldBe("43fe19ffd9caf5a411112c756e755354965848583e1cb830c3730f0b5152a5eb");

    [Fact]
    public void An_operator_may_name_the_user_or_the_owner()
    {
        OwnerId.Parse("183").ShouldBe(OwnerId.Of("183"));
        OwnerId.Parse(OwnerId.Of("183")).ShouldBe(OwnerId.Of("183"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anna@example.com")]
    [InlineData("12 34")]
    [InlineData("123456789012345678901")]
    public void Anything_else_is_refused(string text) => Should.Throw<FormatException>(() => OwnerId.Parse(text));
}
