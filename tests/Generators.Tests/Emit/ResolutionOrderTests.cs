using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Containers are resolved before what is looked up within them.</summary>
public sealed class ResolutionOrderTests
{
    [Fact]
    public void Containers_come_first_through_objects_and_arrays()
    {
        EquatableArray<ArgumentModel> arguments = new([
            SampleModels.Argument("name", SampleModels.Text()),
            SampleModels.Argument(
                "items",
                SampleModels.ArrayOf(
                    SampleModels.Object("R", SampleModels.Argument("status", SampleModels.Entity("Status", "list")))
                )
            ),
            SampleModels.Argument("due", SampleModels.Date()),
            SampleModels.Argument("list", SampleModels.Entity("List", "folder", "space")),
            SampleModels.Argument("folder", SampleModels.Entity("Folder", "space")),
            SampleModels.Argument("space", SampleModels.Entity("Space")),
        ]);

        ResolutionOrder
            .Sort(arguments)
            .Select(static a => a.Name)
            .ShouldBe(["space", "folder", "list", "items", "due"]);
    }

    [Fact]
    public void A_circle_ends()
    {
        EquatableArray<ArgumentModel> arguments = new([
            SampleModels.Argument("a", SampleModels.Entity("List", "b")),
            SampleModels.Argument("b", SampleModels.Entity("Space", "a")),
        ]);

        ResolutionOrder.Sort(arguments).Count.ShouldBe(2);
    }

    [Fact]
    public void A_field_hides_an_outer_reference_of_its_name_only_when_it_is_one()
    {
        TypeModel inner = SampleModels.Object(
            "R",
            SampleModels.Argument("status", SampleModels.Entity("Status", "list", "space")),
            SampleModels.Argument("list", SampleModels.Entity("List")),
            SampleModels.Argument("space", SampleModels.Text())
        );

        ResolutionOrder.Outer(inner).ShouldBe(["space"]);
    }
}
