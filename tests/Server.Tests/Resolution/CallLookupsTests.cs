using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>A call that was refused is looked at again only where something was taken for an id by its form.</summary>
public sealed class CallLookupsTests
{
    [Fact]
    public void Nothing_was_trusted_before_a_form_was()
    {
        CallLookups lookups = new();
        lookups.HasTrusted.ShouldBeFalse();

        lookups.TrustsForm().ShouldBeTrue();

        lookups.HasTrusted.ShouldBeTrue();
    }

    [Fact]
    public void On_the_second_look_no_form_is_trusted()
    {
        CallLookups lookups = new();
        lookups.CheckIds();

        lookups.TrustsForm(isFilter: true).ShouldBeFalse();

        lookups.HasTrusted.ShouldBeFalse();
        lookups.HasTrustedFilter.ShouldBeFalse();
    }
}
