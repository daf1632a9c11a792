'use strict';
// Shows the structures that stand in the page as extended XYZ, one at a time, with 3Dmol.js.
{
    const structures = Array.from(document.querySelectorAll('pre.structure'));
    const choice = document.getElementById('choice');
    const said = document.getElementById('said');
    const viewer = $3Dmol.createViewer(document.getElementById('view'), {backgroundColor: 'white'});

    // A quaternion: the cell is seen a little from above and from the side.
    const UPRIGHT = [0.12, 0.17, 0.02, 0.98];

    const show = structure => {
        viewer.stopAnimate();
        viewer.removeAllModels();
        viewer.removeAllShapes();
        viewer.addModelsAsFrames(structure.textContent, 'xyz');
        const model = viewer.getModel();
        viewer.setStyle({}, {sphere: {scale: 0.3}, stick: {radius: 0.12}});
        viewer.addUnitCell(model, {box: {color: '#66717c'}});
        viewer.setView([0, 0, 0, 0, ...UPRIGHT]);
        viewer.zoomTo();
        viewer.render();
        const frames = model.getNumFrames();
        if (frames > 1) {
            viewer.animate({loop: 'backAndForth', interval: 300});
        }
        said.textContent = model.selectedAtoms({}).length + ' atoms' + (frames > 1 ? ', ' + frames + ' images' : '');
    };

    structures.forEach((structure, index) => choice.add(new Option(structure.title, String(index))));
    choice.addEventListener('change', () => show(structures[Number(choice.value)]));
    show(structures[0]);
}
